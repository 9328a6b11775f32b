using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Disproportionality;

/// <summary>Women at the gates: all, by one characteristic, by another, and by both, with what may be shown of each. What is decided on of all stands for groups, and of groups for both.</summary>
internal sealed class GateFigures
{
    private const int OfOther = 1;
    private const int OfOne = 2;

    /// <summary>Gates to which those come who passed another.</summary>
    private static readonly (string Gate, string Before)[] Next = [("3", "2"), ("6", "5")];

    // What is hidden of two characteristics may not turn on which is named first: from both answers it could be worked out.
    private readonly (int Line, int Column) places;

    private GateFigures(IReadOnlyList<MeasureRow> totals, IReadOnlyList<MeasureRow> one, IReadOnlyList<MeasureRow> other, IReadOnlyList<MeasureRow> both, bool isTurned) =>
        (Totals, One, Other, Both, places) = (totals, one, other, both, isTurned ? (OfOne, OfOther) : (OfOther, OfOne));

    public IReadOnlyList<MeasureRow> Totals { get; }

    public IReadOnlyList<MeasureRow> One { get; }

    public IReadOnlyList<MeasureRow> Other { get; }

    /// <summary>Their groups: gate, the other characteristic, the one.</summary>
    public IReadOnlyList<MeasureRow> Both { get; }

    public IReadOnlySet<MeasureRow> Shown { get; private set; } = new HashSet<MeasureRow>();

    public int Hidden => Totals.Count + One.Count + Other.Count + Both.Count - Shown.Count;

    /// <summary>Those of all women of a period.</summary>
    public static GateFigures OfAll(MeasurePeriod period, DuckConnection connection, CancellationToken ct)
    {
        var question = QuestionFile.Parse(MeasureList.Text("gates.sql")).With(new Dictionary<string, string> { ["from"] = MeasurePeriod.Text(period.From), ["to"] = MeasurePeriod.Text(period.To), ["known_until"] = MeasurePeriod.Text(period.KnownUntil) });
        return Of(question.Ask(connection, ct), question.Parameters["by"], null, showsSmall: false);
    }

    /// <param name="rows">kind, one, other, n, x, whether it is of all in the one, whether it is of all in the other.</param>
    /// <param name="by">The one characteristic.</param>
    /// <param name="andBy">The other; null when there is none.</param>
    public static GateFigures Of(DuckTable rows, string by, string? andBy, bool showsSmall)
    {
        var all = WithNobody(rows.Rows);
        IReadOnlyList<MeasureRow> Rows(bool allOne, bool allOther, params int[] groups) =>
            [.. all.Where(r => (long)r[5]! == (allOne ? 1 : 0) && (long)r[6]! == (allOther ? 1 : 0)).Select(r => Row(r, groups))];
        var figures = new GateFigures(Rows(true, true), Rows(false, true, 1), andBy is null ? [] : Rows(true, false, 2), andBy is null ? [] : Rows(false, false, 2, 1), string.CompareOrdinal(by, andBy) > 0);
        figures.Shown = showsSmall ? new[] { figures.Totals, figures.One, figures.Other, figures.Both }.SelectMany(r => r).ToHashSet() : figures.MayBeShown();
        return figures;
    }

    /// <summary>
    /// A group of whom nobody passed a gate stands at the next too: were it not listed there, everybody would know that it is none, although the gate before hides it.
    /// </summary>
    private static List<object?[]> WithNobody(IReadOnlyList<object?[]> rows)
    {
        var gates = rows.GroupBy(r => (string)r[0]!).ToDictionary(g => g.Key[..1]);
        var nobody = Next.Where(n => gates.ContainsKey(n.Gate) && gates.ContainsKey(n.Before)).SelectMany(n => gates[n.Before]
            .Where(b => gates[n.Gate].All(r => !Groups(r).Equals(Groups(b)))).Select(b => (object?[])[gates[n.Gate].Key, b[1], b[2], 0L, 0L, b[5], b[6]]));
        return [.. rows.Concat(nobody).OrderBy(r => (string)r[0]!, StringComparer.Ordinal).ThenBy(r => r[1] as string, StringComparer.Ordinal).ThenBy(r => r[2] as string, StringComparer.Ordinal)];
        static (object?, object?, object?, object?) Groups(object?[] row) => (row[1], row[2], row[5], row[6]);
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
        var decided = new List<(string Gate, string Count, HashSet<string> Hidden)>();
        foreach (var gate in Both.GroupBy(r => r.Groups[0]))
        {
            List<MeasureRow> cells = [.. gate.OrderBy(c => c.Groups[places.Line], StringComparer.Ordinal).ThenBy(c => c.Groups[places.Column], StringComparer.Ordinal)];
            var whole = DecidedCounts.Name(cells, c => c.Size);
            var before = decided.FirstOrDefault(d => d.Count == whole);
            shown.UnionWith(Cells(cells, shown, before.Gate, before.Hidden ?? []));
            HashSet<string> hidden = [.. cells.Where(c => !shown.Contains(c)).Select(DecidedCounts.Group)];
            // How many come to the first gate is what others are of, and who passed one may be who comes to the next.
            decided.Add((gate.Key, cells[0].Proportion is null ? whole : DecidedCounts.Name(cells, c => c.Parts[0].Yes), hidden));
        }

        return shown;
    }

    /// <summary>The margins of a place among the groups of <see cref="Both"/>.</summary>
    private IReadOnlyList<MeasureRow> Margins(int at) => at == OfOne ? One : Other;

    /// <param name="cells">A gate by both.</param>
    /// <param name="shown">What is shown of the margins.</param>
    /// <param name="base">The gate by which it was decided already how many come to this one; null when none did.</param>
    /// <param name="without">The groups of which that is hidden.</param>
    private IReadOnlyList<MeasureRow> Cells(IReadOnlyList<MeasureRow> cells, HashSet<MeasureRow> shown, string? @base, HashSet<string> without)
    {
        var sheet = new Sheet<MeasureRow>();
        bool IsShown(IReadOnlyList<MeasureRow> of, string? gate, string group) => of.Any(m => m.Groups[0] == gate && m.Part == group && shown.Contains(m));
        var margins = new HashSet<MeasureRow>();
        List<IReadOnlyList<string>> lines = [], columns = [];
        foreach (var same in cells.GroupBy(c => c.Groups[places.Line]))
        {
            sheet.AddShares([.. same], c => c.Parts[0], IsShown(Margins(places.Line), cells[0].Groups[0], same.Key));
            lines.Add([.. new[] { "yes", "no", null }.Select(part => sheet.TotalKey(same.First(), part))]);
            Margin(Margins(places.Line), same.Key, lines[^1]);
        }

        foreach (var same in cells.GroupBy(c => c.Groups[places.Column]))
        {
            columns.Add(sheet.AddTotal([.. same], IsShown(Margins(places.Column), cells[0].Groups[0], same.Key)));
            Margin(Margins(places.Column), same.Key, columns[^1]);
        }

        if (Totals.Any(t => t.Groups[0] == cells[0].Groups[0] && shown.Contains(t)))
            foreach (var totals in new[] { lines, columns }) sheet.AddGrandTotal(totals);
        foreach (var cell in cells.Where(c => @base is not null && !without.Contains(DecidedCounts.Group(c)))) sheet.Known.Add(sheet.Key(cell, null));
        return new RowSuppression<MeasureRow>([sheet], DisclosurePolicy.Usual, r => r.Size).Shown(
            cells, margins.Concat(cells.Where(c => c.IsSmall || without.Contains(DecidedCounts.Group(c)) || !IsShown(Margins(places.Line), c.Groups[0], c.Groups[places.Line]) || !IsShown(Margins(places.Column), c.Groups[0], c.Groups[places.Column]))));

        // How many there are of a group may be known from the gate before although what they came to here is not.
        void Margin(IReadOnlyList<MeasureRow> of, string group, IReadOnlyList<string> totals)
        {
            if (IsShown(of, @base, group) && sheet.Unsaid.Remove(totals[^1])) sheet.Known.Add(totals[^1]);
            if (IsShown(of, cells[0].Groups[0], group) || of.FirstOrDefault(m => m.Groups[0] == cells[0].Groups[0] && m.Part == group) is not { } margin) return;
            sheet.AddHidden(margin, totals);
            margins.Add(margin);
        }
    }
}
