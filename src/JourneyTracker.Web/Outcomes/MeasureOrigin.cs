using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Web.Outcomes;

/// <summary>Whose measure it is; the first letter of its id says it.</summary>
/// <param name="Code">As in an address.</param>
/// <param name="Name">For people.</param>
internal sealed record MeasureOrigin(string Code, string Name)
{
    public static IReadOnlyList<MeasureOrigin> All { get; } =
    [
        new("M", "Female Offender Strategy Delivery Plan"),
        new("B", "Concordat, Annex B"),
        new("X", "The partnership's own"),
        new("L", "London's agreed outcomes"),
    ];

    public static MeasureOrigin Of(MeasureDefinition measure) => All.First(o => measure.Id.StartsWith(o.Code, StringComparison.Ordinal));
}
