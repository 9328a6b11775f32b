namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// The alternative to suppression: every count to the nearest multiple of 5, totals too, each by itself, so that they need not add up. Where totals and parts together would leave fewer than
/// three values possible for a count (four counts of 3 are shown as 5 each with a total of 10: nothing but 3 fits), totals are hidden until they no longer do.
/// </summary>
public static class Rounding
{
    /// <summary>A count shown as 0 can be 0, 1 or 2: no count is left with fewer values.</summary>
    private const int Width = 2;

    public static IReadOnlyDictionary<string, PublishedCount> Apply(CountTables tables, DisclosurePolicy policy)
    {
        PublishedCount[] counts = [.. tables.Values.Select(v => PublishedCount.Rounded(v, policy.RoundTo))];
        int[] totals = [.. tables.Sums.Select(s => s.Total).Distinct().OrderByDescending(t => tables.Sums.Count(s => s.Total == t)).ThenByDescending(t => tables.Values[t]).ThenBy(t => t)];
        var values = Values();
        for (var cell = 0; cell < counts.Length;)
        {
            if (counts[cell].Value is null || values.AreApart(cell, Width))
            {
                cell++;
                continue;
            }

            counts[Giving(cell)] = PublishedCount.Suppressed;
            values = Values();
        }

        return tables.Publish(cell => counts[cell]);

        FeasibleValues Values() => new(tables, cell => Known(counts[cell], policy.RoundTo));

        // A total that adds up with the count itself, or else any that is left: without totals nothing can be narrowed down.
        int Giving(int cell) => totals.Where(t => counts[t].Value is not null).OrderBy(t => t != cell && !tables.Sums.Any(s => s.Total == t && s.Parts.Contains(cell))).First();
    }

    /// <summary>What a published count tells by itself.</summary>
    public static (long Low, long? High) Known(PublishedCount count, int roundedTo) => count switch
    {
        { Status: CountStatus.Rounded, Value: { } value } => (Math.Max(0, value - (roundedTo / 2)), value + ((roundedTo - 1) / 2)),
        { Value: { } value } => (value, value),
        _ => (0, null),
    };
}
