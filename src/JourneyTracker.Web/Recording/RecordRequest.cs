using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Web.Recording;

/// <summary>What an address asks to record or to correct.</summary>
/// <param name="Journey">Whose journey.</param>
/// <param name="Kind">What is recorded; null for a correction.</param>
/// <param name="Fact">What is corrected; null for a new fact.</param>
internal sealed record RecordRequest(JourneyId Journey, FactKind? Kind, FactId? Fact)
{
    /// <summary>The name under which what is typed in here stands in the journal: the same form sent twice is one fact.</summary>
    public const string System = "journeytracker-form";

    /// <summary>Null when the address names nothing that there is.</summary>
    public static RecordRequest? Of(string id, string? kind, string? fact)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return null;
        if (fact is not null) return FactId.TryParse(fact, null, out var corrected) ? new(journey, null, corrected) : null;
        return RecordableKinds.Find(kind ?? "") is { } found ? new(journey, found, null) : null;
    }

    public string Form => Fact is { } fact ? $"/journeys/{Journey}/facts/{fact}/correct" : $"/journeys/{Journey}/record/{Kind!.Name}";

    public string Check => $"{Form}/check";

    public string Recorded(FactId fact) => $"/journeys/{Journey}?recorded={fact}";

    public static SourceReference Source(string token) => new(System, token);
}
