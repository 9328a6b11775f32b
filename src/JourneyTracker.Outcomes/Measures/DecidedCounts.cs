using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>
/// Counts of groups that stand in several places of an answer, or of several: the women arrested are those of four gates and of M02. What of such a count is hidden is decided once, for it alone, and holds
/// wherever it stands, so that no place gives away what another hides. What rests on it is decided on after it, by whoever knows it.
/// </summary>
internal sealed class DecidedCounts
{
    private readonly Dictionary<string, HashSet<string>> hidden = new(StringComparer.Ordinal);

    /// <summary>The groups whose count is hidden.</summary>
    /// <param name="rows">One for each group.</param>
    /// <param name="count">The count.</param>
    /// <param name="below">A count that it is never less than, and the groups of which that is hidden; null when there is none.</param>
    public IReadOnlySet<string> Of(IReadOnlyList<MeasureRow> rows, Func<MeasureRow, long> count, (Func<MeasureRow, long> Count, IReadOnlySet<string> Hidden)? below = null)
    {
        var name = Name(rows, count);
        if (!hidden.TryGetValue(name, out var groups)) hidden[name] = groups = Decide([.. rows.OrderBy(Group, StringComparer.Ordinal)], count, below);
        return groups;
    }

    /// <summary>Keeps what was decided of a count together with others.</summary>
    public void Keep(IReadOnlyList<MeasureRow> rows, Func<MeasureRow, long> count, IReadOnlySet<MeasureRow> shown) =>
        hidden.TryAdd(Name(rows, count), [.. rows.Where(r => !shown.Contains(r)).Select(Group)]);

    /// <summary>The values of all its groups but the kind.</summary>
    public static string Group(MeasureRow row) => string.Join('\n', row.Groups.Skip(1));

    private static HashSet<string> Decide(IReadOnlyList<MeasureRow> rows, Func<MeasureRow, long> count, (Func<MeasureRow, long> Count, IReadOnlySet<string> Hidden)? below)
    {
        var sheet = new Sheet<MeasureRow>();
        var keys = sheet.AddLine(rows, count, isKnown: true);
        if (below is { } under)
        {
            var less = sheet.AddLine(rows, under.Count, isKnown: true);
            foreach (var (row, at) in rows.Select((r, i) => (r, i)))
            {
                if (!under.Hidden.Contains(Group(row))) sheet.Known.Add(less[at]);
                sheet.AddNoMore(less[at], keys[at]);
            }
        }

        var small = rows.Where(r => DisclosurePolicy.Usual.IsSmall(count(r)) || below?.Hidden.Contains(Group(r)) == true);
        var shown = new RowSuppression<MeasureRow>([sheet], DisclosurePolicy.Usual, count).Shown(rows, small).ToHashSet();
        return [.. rows.Where(r => !shown.Contains(r)).Select(Group)];
    }

    /// <summary>The same numbers of the same groups are the same count.</summary>
    public static string Name(IReadOnlyList<MeasureRow> rows, Func<MeasureRow, long> count) =>
        string.Join(';', rows.Select(r => FormattableString.Invariant($"{Group(r)}={count(r)}")).Order(StringComparer.Ordinal));
}
