using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.Disproportionality;

/// <summary>Women at the gates: all, by one characteristic, by another, and by both, with what may be shown of each. What is decided on of all stands for groups, and of groups for both.</summary>
internal sealed class GateFigures
{
    private GateFigures(IReadOnlyList<MeasureRow> totals, IReadOnlyList<MeasureRow> one, IReadOnlyList<MeasureRow> other, IReadOnlyList<MeasureRow> both) => (Totals, One, Other, Both) = (totals, one, other, both);

    public IReadOnlyList<MeasureRow> Totals { get; }

    public IReadOnlyList<MeasureRow> One { get; }

    public IReadOnlyList<MeasureRow> Other { get; }

    /// <summary>Their groups: gate, the other characteristic, the one.</summary>
    public IReadOnlyList<MeasureRow> Both { get; }

    public IReadOnlySet<MeasureRow> Shown { get; private set; } = new HashSet<MeasureRow>();

    public int Hidden => Totals.Count + One.Count + Other.Count + Both.Count - Shown.Count;

    /// <param name="rows">kind, one, other, n, x, whether it is of all in the one, whether it is of all in the other.</param>
    /// <param name="isByTwo">Whether there is another characteristic.</param>
    public static GateFigures Of(DuckTable rows, bool isByTwo, bool showsSmall)
    {
        IReadOnlyList<MeasureRow> Rows(bool allOne, bool allOther, params int[] groups) =>
            [.. rows.Rows.Where(r => (long)r[5]! == (allOne ? 1 : 0) && (long)r[6]! == (allOther ? 1 : 0)).Select(r => Row(r, groups))];
        var figures = new GateFigures(Rows(true, true), Rows(false, true, 1), isByTwo ? Rows(true, false, 2) : [], isByTwo ? Rows(false, false, 2, 1) : []);
        figures.Shown = showsSmall ? new[] { figures.Totals, figures.One, figures.Other, figures.Both }.SelectMany(r => r).ToHashSet() : figures.MayBeShown();
        return figures;
    }

    private static MeasureRow Row(object?[] row, int[] groups)
    {
        // Of arrests there are women alone.
        var counts = ((string)row[0]!).StartsWith('1') ? new (string, object?)[] { ("n", row[3]) } : [("n", row[3]), ("x", row[4])];
        string[] names = ["part", "second"];
        var cells = groups.Length == 0 ? [("part", "all")] : groups.Select((g, i) => (names[i], row[g])).ToArray();
        (string Name, object? Value)[] all = [("kind", row[0]), .. cells, .. counts];
        return new MeasureRow(new DuckTable([.. all.Select(c => c.Name)], []), [.. all.Select(c => c.Value)]);
    }

    private HashSet<MeasureRow> MayBeShown()
    {
        var totals = MeasureRow.Shown(Totals);
        HashSet<MeasureRow> shown = [.. totals, .. One.Count == 0 ? [] : MeasureRow.Shown(One, Totals, totals), .. Other.Count == 0 ? [] : MeasureRow.Shown(Other, Totals, totals)];
        foreach (var gate in Both.GroupBy(r => r.Groups[0])) shown.UnionWith(Cells([.. gate], shown));
        return shown;
    }

    private IReadOnlyList<MeasureRow> Cells(IReadOnlyList<MeasureRow> cells, HashSet<MeasureRow> shown)
    {
        var sheet = new Sheet<MeasureRow>();
        bool IsShown(IReadOnlyList<MeasureRow> margins, MeasureRow cell, string group) => margins.Any(m => m.Groups[0] == cell.Groups[0] && m.Part == group && shown.Contains(m));
        foreach (var line in cells.GroupBy(c => c.Groups[1])) sheet.AddShares([.. line], c => c.Parts[0], IsShown(Other, line.First(), line.Key));
        foreach (var column in cells.GroupBy(c => c.Groups[2])) sheet.AddTotal([.. column], IsShown(One, column.First(), column.Key));
        return new RowSuppression<MeasureRow>([sheet], DisclosurePolicy.Usual, r => r.Size).Shown(cells, cells.Where(c => c.IsSmall || !IsShown(Other, c, c.Groups[1]) || !IsShown(One, c, c.Groups[2])));
    }
}
