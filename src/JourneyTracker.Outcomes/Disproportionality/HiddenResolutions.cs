using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.Disproportionality;

/// <summary>
/// Groups of whom M04 hides how many were cautioned, charged or diverted. The gates at which the same women are counted hide them too: how many were cautioned of women arrested is no more than how many cautions M04
/// counts, and how many were prosecuted no more than its charges.
/// </summary>
internal sealed class HiddenResolutions
{
    private const string Whole = "all";
    private static readonly string[] Kinds = ["ANY", "SIMPLE_CAUTION", "OUTCOME_22"];

    /// <summary>Diversion offered, cautioned, prosecuted, remanded.</summary>
    private static readonly string[] Gates = ["3", "4", "5", "6"];
    private readonly HashSet<(string? By, string Group)> hidden = [];

    private HiddenResolutions()
    {
    }

    /// <param name="by">The characteristics that are asked; M04 is asked by those that it is broken down by.</param>
    public static HiddenResolutions Of(MeasurePeriod period, IEnumerable<string> by, OutcomeStoreView store, CancellationToken ct)
    {
        var (found, measure) = (new HiddenResolutions(), MeasureList.Find("M04")!);
        var totals = MeasureRow.Of(MeasureAnswer.Of(measure, period, null, store.Connection, ct).Table);
        found.Add(null, MeasureFigures.Of(totals, [], showsSmall: false), totals);
        foreach (var characteristic in by.Intersect(measure.Breakdowns))
        {
            var parts = MeasureRow.Of(MeasureAnswer.Of(measure, period, characteristic, store.Connection, ct).Table);
            found.Add(characteristic, MeasureFigures.Of(totals, parts, showsSmall: false), parts);
        }

        return found;
    }

    /// <summary>Marks the rows of gates that are to be hidden.</summary>
    /// <param name="by">By what they are; null for all together.</param>
    public void Mark(IReadOnlyList<MeasureRow> rows, string? by)
    {
        foreach (var row in rows.Where(r => Gates.Contains(r.Groups[0][..1]) && hidden.Contains((by, by is null ? Whole : r.Part)))) row.MustHide = true;
    }

    private void Add(string? by, MeasureFigures figures, IReadOnlyList<MeasureRow> rows) =>
        hidden.UnionWith(rows.Where(r => Kinds.Contains(r.Kind) && !figures.Shown.Contains(r)).Select(r => (by, r.Part)));
}
