using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Disproportionality;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>
/// What of M04 may be published beside the gates of the same period. Women cautioned after arrest are some of those who got either caution, women prosecuted some of those charged, and what came of conditional cautions and of all
/// resolutions is published a year later (X02, X07): from that and the kinds that are shown a small kind must not follow (safeguards S15).
/// </summary>
internal static class ResolutionsBesideGates
{
    private const string Id = "M04";
    private const string Any = "ANY";
    private const string Conditional = "CONDITIONAL_CAUTION";

    /// <summary>Nearly all women who are offered diversion are diverted: the difference between this and the gate would be few.</summary>
    internal const string Diverted = "OUTCOME_22";
    private static readonly string[] Cautions = ["SIMPLE_CAUTION", Conditional];

    /// <summary>The figures with that of them shown which may be; another measure's as they are.</summary>
    public static MeasureFigures Of(MeasureDefinition measure, MeasureFigures figures, Func<GateFigures> gates)
    {
        if (measure.Id != Id || figures.Shown.Count == 0) return figures;
        var rows = figures.Totals.Where(r => r.Kind != Diverted && r.Proportion is not null).ToList();
        return figures with { Shown = rows.Count == 0 ? [] : MeasureRow.WithoutSmallBeside(Shown(rows, gates()), figures.Totals).ToHashSet() };
    }

    private static IReadOnlyList<MeasureRow> Shown(IReadOnlyList<MeasureRow> rows, GateFigures gates)
    {
        var sheet = MeasureSuppression.Shares([.. rows.Select(r => new[] { r })], isKnown: null);
        foreach (var row in rows.Skip(1).Where(r => r.Proportion!.Value.N == rows[0].Proportion!.Value.N)) sheet.Tables.AddSum(sheet.Key(rows[0], null), [sheet.Key(row, null)]);
        var women = new Dictionary<string, string>();
        foreach (var row in rows)
        {
            var (yes, no, all) = (sheet.Key(row, "yes"), sheet.Key(row, "no"), sheet.Key(row, null));
            women[row.Kind] = sheet.AddLine([row], r => r.Long("women_x") ?? 0, isKnown: null)[0];
            sheet.AddNoMore(women[row.Kind], yes);
            if (row.Kind == Any) AtLeast(sheet, gates, '6', "n", no);
            // Of how many all kinds are stands in each that is shown.
            if (!DisclosurePolicy.Usual.IsSmall(row.Size)) sheet.Known.Add(all);
            if (row.IsSmall) continue;
            if (row.Kind == Any) sheet.Known.Add(women[Any]);
            if (row.Kind == Conditional) sheet.Known.UnionWith([yes, no, women[Conditional]]);
        }

        if (Cautions.Select(c => women.GetValueOrDefault(c)).OfType<string>().ToList() is { Count: > 0 } cautioned)
        {
            const string Both = "women cautioned either way, some twice";
            sheet.Tables.Add(Both, cautioned.Sum(c => sheet.Tables.Values[sheet.Tables.PlaceOf(c)]));
            sheet.Tables.AddSum(Both, cautioned);
            sheet.Unsaid.Add(Both);
            AtLeast(sheet, gates, '4', "x", Both);
        }

        return new RowSuppression<MeasureRow>([sheet], DisclosurePolicy.Usual, r => r.Proportion!.Value.Events).Shown(rows, rows.Where(r => r.IsSmall));
    }

    /// <summary>Says that a count is no less than one of a gate, which is known where the gate is shown.</summary>
    private static void AtLeast(Sheet<MeasureRow> sheet, GateFigures gates, char gate, string column, string count)
    {
        if (gates.Totals.FirstOrDefault(r => r.Groups[0][0] == gate) is not { } row || row.Long(column) is not { } number || number > sheet.Tables.Values[sheet.Tables.PlaceOf(count)]) return;
        var key = $"gate {gate} {column}";
        sheet.Tables.Add(key, number);
        (gates.Shown.Contains(row) ? sheet.Known : sheet.Unsaid).Add(key);
        sheet.AddNoMore(key, count);
    }
}
