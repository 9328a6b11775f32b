using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Statistics.Scores;

namespace JourneyTracker.Outcomes.Backtests;

/// <summary>The tables of a backtest. A row is shown whole or not at all, by the rules of measures; an area under the curve goes with the row of its group.</summary>
internal static class BacktestTables
{
    private const string Recalled = "recalled";
    private static readonly string[] Columns = ["kind", "part", "n", "x"];
    private static readonly AnswerColumn[] AreaColumns = [new("auc", "Area under the curve", ColumnKind.Number), new("auc_lower95", "95% interval from", ColumnKind.Number), new("auc_upper95", "to", ColumnKind.Number)];

    /// <summary>How many were recalled, by points: the rule's calibration.</summary>
    public static AnswerTable ByPoints(IReadOnlyList<Licence> licences, bool showsSmall) =>
        Named(Figures(licences, l => l.Points.ToString(CultureInfo.InvariantCulture), l => l.Min(x => x.Points), showsSmall).Table, "Points") with { Name = "points", Title = "Recalled, by points" };

    /// <summary>How well the points order women, together and by group.</summary>
    public static AnswerTable Areas(IReadOnlyList<Licence> licences, string? by, bool showsSmall)
    {
        var (table, figures) = Figures(licences, l => l.Group, _ => 0, showsSmall);
        var groups = figures.Totals.Select(_ => licences).Concat(figures.Parts.Select(p => (IReadOnlyList<Licence>)[.. licences.Where(l => l.Group == p.Part)])).ToList();
        var shown = figures.Totals.Concat(figures.Parts).Select(figures.Shown.Contains).ToList();
        var rows = table.Rows.Select((row, i) => (IReadOnlyList<AnswerCell>)[row[0], row[1].Value is string part && by is not null ? AnswerCell.Of(GroupNames.Of(by, part)) : row[1], .. row.Skip(2), .. shown[i] ? Area(groups[i]) : [AnswerCell.Suppressed, AnswerCell.Suppressed, AnswerCell.Suppressed]]);
        return new("areas", "How well the points order women", [.. Named(table, "Group").Columns, .. AreaColumns], by is null ? [.. rows.Take(1)] : [.. rows]);
    }

    /// <summary>Recalls within a fortnight after the first day on which support was needed.</summary>
    public static AnswerTable Flags(DuckTable flags, bool showsSmall)
    {
        var totals = MeasureRow.Of(flags with { Rows = [.. flags.Rows.Where(r => (long)r[2]! > 0)] });
        return MeasureTable.Of(MeasureFigures.Of(totals, [], showsSmall), null, null) with { Name = "flags", Title = "Recalled within 14 days after support was first needed on a licence" };
    }

    private static AnswerTable Named(AnswerTable table, string part) => table with { Columns = [.. table.Columns.Select(c => c.Name == "part" ? c with { Label = part } : c)] };

    private static IReadOnlyList<AnswerCell> Area(IReadOnlyList<Licence> of) => AreaUnderCurve.Of(of.Select(l => new ScoredOutcome(l.Points, l.Happened))) is { } area
        ? RateCells.Of(area.Area, area.Interval())
        : [AnswerCell.NotAvailable, AnswerCell.NotAvailable, AnswerCell.NotAvailable];

    private static (AnswerTable Table, MeasureFigures Figures) Figures(IReadOnlyList<Licence> licences, Func<Licence, string> part, Func<IEnumerable<Licence>, long> order, bool showsSmall)
    {
        var totals = licences.Count == 0 ? [] : MeasureRow.Of(new DuckTable(Columns, [Row("all", licences)]));
        var parts = MeasureRow.Of(new DuckTable(Columns, [.. licences.GroupBy(part).OrderBy(g => order(g)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(g.Key, [.. g]))]));
        var figures = MeasureFigures.Of(totals, parts, showsSmall);
        return (MeasureTable.Of(figures, "part", null), figures);
    }

    private static object?[] Row(string part, IReadOnlyList<Licence> of) => [Recalled, part, (long)of.Count, of.LongCount(l => l.Happened)];
}
