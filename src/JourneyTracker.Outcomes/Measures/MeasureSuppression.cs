using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>
/// Which rows of a measure may be shown. Rows that differ in their last group alone are taken as parts of one total, which somebody may know; rows that are of the same number and add up
/// to it, or to one of them, as parts of that. A row is shown whole or not at all.
/// </summary>
internal static class MeasureSuppression
{
    private const string Number = "n";
    private const string Women = "women";
    private const string WomenCounted = "women_x";

    public static IEnumerable<MeasureRow> Shown(IReadOnlyList<MeasureRow> rows) => new RowSuppression<MeasureRow>(Sheets(rows), DisclosurePolicy.Usual, r => r.Size).Shown(rows, rows.Where(r => r.IsSmall));

    /// <summary>
    /// The parts of totals that are decided on already, whatever they are broken down by: a total that is shown stays so and counts as known, and one that is hidden is not broken down. So a
    /// breakdown tells nothing of another that its own totals do not tell.
    /// </summary>
    public static IEnumerable<MeasureRow> Shown(IReadOnlyList<MeasureRow> parts, IReadOnlyList<MeasureRow> totals, IReadOnlyList<MeasureRow> shown)
    {
        // A kind may count more than it is of in some parts and not in others: it is broken down into none.
        var broken = parts.GroupBy(p => p.Kind).Where(k => shown.Any(t => t.Kind == k.Key) && totals.Count(t => t.Kind == k.Key) == 1 && k.DistinctBy(p => p.Proportion is null).Count() == 1).Select(k => k.Key).ToHashSet();
        var (decided, may) = (new DecidedCounts(), new HashSet<MeasureRow>());
        var families = parts.Where(p => broken.Contains(p.Kind)).GroupBy(r => (r.Proportion is null, r.Kind)).Select(f => f.ToList()).ToList();
        // What several kinds are of is the same number: they are decided on together.
        foreach (var linked in families.GroupBy(f => f[0].Proportion is null ? f[0].Kind : $"of {f.Sum(r => r.Proportion!.Value.N)}").Select(g => g.ToList()))
        {
            var hidden = linked.SelectMany(f => Whole(decided, f) is { } groups ? f.Where(r => groups.Contains(DecidedCounts.Group(r))) : []).ToHashSet();
            var rows = linked.SelectMany(f => f).ToList();
            may.UnionWith(new RowSuppression<MeasureRow>([.. Sheets(linked, hidden)], DisclosurePolicy.Usual, r => r.Size).Shown(rows, rows.Where(r => r.IsSmall || hidden.Contains(r))));
            foreach (var family in linked.Where(f => f[0].Proportion is not null)) decided.Keep(family, r => r.Parts[0].Yes, may);
        }

        return parts.Where(may.Contains);
    }

    /// <summary>The groups of which it is hidden how many they are, or how many women; null where that is not counted.</summary>
    private static IReadOnlySet<string>? Whole(DecidedCounts decided, IReadOnlyList<MeasureRow> family)
    {
        if (family.Any(r => r.Long(Number) is null)) return null;
        if (family.Any(r => r.Long(Women) is null || r.Long(Women) > r.Long(Number))) return decided.Of(family, r => r.Long(Number)!.Value);
        return decided.Of(family, r => r.Long(Number)!.Value, (r => r.Long(Women)!.Value, decided.Of(family, r => r.Long(Women)!.Value)));
    }

    /// <summary>Parts of known totals, where it is decided already of which groups it is said how many they are.</summary>
    private static IEnumerable<Sheet<MeasureRow>> Sheets(IReadOnlyList<IReadOnlyList<MeasureRow>> linked, IReadOnlySet<MeasureRow> hidden)
    {
        if (linked[0][0].Proportion is null)
        {
            foreach (var family in linked)
                foreach (var at in Enumerable.Range(0, family[0].Parts.Count)) yield return Line(family, at, isKnown: true);
            yield break;
        }

        var sheet = Shares(linked, isKnown: true);
        foreach (var row in linked.SelectMany(f => f).Where(r => !hidden.Contains(r))) sheet.Known.Add(sheet.Key(row, null));
        foreach (var family in linked.Where(f => f.All(r => r.Long(WomenCounted) is not null && r.Long(WomenCounted) <= r.Parts[0].Yes)))
        {
            string[] counted = [.. family.Select(r => sheet.Key(r, "yes"))];
            foreach (var (women, yes) in sheet.AddLine(family, r => r.Long(WomenCounted)!.Value, isKnown: true).Zip(counted)) sheet.AddNoMore(women, yes);
        }

        yield return sheet;
    }

    /// <summary>Rows of whose totals nobody said whether they are known.</summary>
    private static List<Sheet<MeasureRow>> Sheets(IReadOnlyList<MeasureRow> rows)
    {
        var families = rows.GroupBy(r => (r.Proportion is null, r.Kind)).Select(f => f.ToList()).ToList();
        return
        [
            .. families.SelectMany(f => Enumerable.Range(0, f[0].Parts.Count).Skip(f[0].Proportion is null ? 0 : 1).Select(at => Line(f, at, isKnown: null))),
            .. families.Where(f => f[0].Proportion is not null).GroupBy(f => f.Sum(r => r.Proportion!.Value.N)).Select(linked => Shares([.. linked], isKnown: null)),
        ];
    }

    private static Sheet<MeasureRow> Line(IReadOnlyList<MeasureRow> family, int at, bool? isKnown)
    {
        var sheet = new Sheet<MeasureRow>();
        sheet.AddLine(family, r => r.Parts[at].Yes, isKnown);
        return sheet;
    }

    /// <summary>Kinds that are of the same number, with what adds up among them.</summary>
    internal static Sheet<MeasureRow> Shares(IReadOnlyList<IReadOnlyList<MeasureRow>> linked, bool? isKnown)
    {
        var sheet = new Sheet<MeasureRow>();
        foreach (var family in linked) sheet.AddShares(family, r => r.Parts[0], isKnown);
        foreach (var whole in linked.SelectMany(f => f).GroupBy(r => (r.Part, r.Proportion!.Value.N)).Where(g => g.Count() > 1)) Link(sheet, [.. whole]);
        if (linked.Count > 1) LinkTotals(sheet, linked);
        return sheet;
    }

    private static void Link(Sheet<MeasureRow> sheet, IReadOnlyList<MeasureRow> whole)
    {
        var all = whole.Sum(r => r.Parts[0].Yes);
        if (all == whole[0].Proportion!.Value.N)
        {
            foreach (var row in whole) sheet.Tables.AddSum(sheet.Key(row, null), [.. whole.Select(r => sheet.Key(r, "yes"))]);
            return;
        }

        foreach (var total in whole.Where(r => 2 * r.Parts[0].Yes == all)) sheet.Tables.AddSum(sheet.Key(total, "yes"), [.. whole.Where(r => r != total).Select(r => sheet.Key(r, "yes"))]);
    }

    /// <summary>The totals of kinds that are parts of one number add up to it as well.</summary>
    private static void LinkTotals(Sheet<MeasureRow> sheet, IReadOnlyList<IReadOnlyList<MeasureRow>> families)
    {
        var totals = families.Where(f => f.Count > 1).ToList();
        if (totals.Count == families.Count && families.Sum(f => f.Sum(r => r.Parts[0].Yes)) == families[0].Sum(r => r.Proportion!.Value.N))
            foreach (var family in families) sheet.Tables.AddSum(sheet.TotalKey(family[0], null), [.. families.Select(f => sheet.TotalKey(f[0], "yes"))]);
    }
}
