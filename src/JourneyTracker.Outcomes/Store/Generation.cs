using System.Text.Json.Serialization;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Outcomes.Store;

/// <summary>One state of the evaluator's store: what it was made from, so that a figure can be run again.</summary>
/// <param name="Number">Generations are counted from 1.</param>
/// <param name="Partnership">Whose women are in it.</param>
/// <param name="Position">The position of the journal up to which facts are in it.</param>
/// <param name="Folds">The folds whose rules made it.</param>
/// <param name="Tables">The version of its tables.</param>
/// <param name="BuiltAt">When it was made.</param>
/// <param name="Women">How many women are in it.</param>
/// <param name="Facts">How many facts.</param>
/// <param name="Frozen">How many journeys are in it without what this version of the program cannot read.</param>
/// <param name="Published">How long the periods are about which its figures are published; a store that does not say so was built before there was a choice.</param>
/// <param name="Law">Which data of the law the folds went by; null where a store does not say.</param>
public sealed record Generation(int Number, string Partnership, long Position, IReadOnlyList<string> Folds, int Tables, DateTimeOffset BuiltAt, long Women, long Facts, int Frozen, PublishedLength Published = PublishedLength.Quarter, string? Law = null)
{
    /// <summary>The last day of which all is known in it: the day before it was made.</summary>
    [JsonIgnore]
    public DateOnly KnownUntil => LondonDay.Of(BuiltAt).AddDays(-1);

    internal string File => $"generation-{Number}.duckdb";
}
