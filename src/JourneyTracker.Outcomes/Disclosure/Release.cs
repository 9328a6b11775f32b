namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>A set of tables that left the house, kept inside it so that later ones can be held beside it.</summary>
/// <param name="Tables">The counts themselves, of women: each is in one innermost count and in the totals above it.</param>
/// <param name="Placed">For each woman the key of the innermost count she is in.</param>
/// <param name="Counts">What was published, and all that may be handed on.</param>
public sealed record Release(CountTables Tables, IReadOnlyDictionary<string, string> Placed, IReadOnlyDictionary<string, PublishedCount> Counts);

/// <summary>
/// Guards against differences: two exports whose women differ by one tell about that one, however large their counts. A new release of the same counts is held beside every earlier one:
/// when one to five women joined, left or moved between cells since, it is held back and the earlier one stands; otherwise counts that changed by so few are hidden, what was hidden before and has not
/// changed stays hidden, and what was shown before and has not changed is taken as known to everybody.
/// </summary>
public static class ReleaseRule
{
    /// <summary>The new release; or the earlier one that stands instead, by reference.</summary>
    /// <param name="tables">The new counts.</param>
    /// <param name="placed">For each woman the key of the innermost count she is in.</param>
    /// <param name="earlier">Every earlier release of these counts, by whatever cohort and at whatever position, the latest last.</param>
    /// <param name="round">Rounded instead of suppressed. Rounding alone would not do: 37 and 38 are shown as 35 and 40.</param>
    /// <returns>Null when nothing can be released and there is no earlier release to stand.</returns>
    public static Release? Next(CountTables tables, IReadOnlyDictionary<string, string> placed, IReadOnlyList<Release> earlier, DisclosurePolicy policy, bool round = false)
    {
        if (placed.Values.CountBy(key => key).Any(c => tables.Values[tables.PlaceOf(c.Key)] != c.Value)) throw new ArgumentException("The women placed are not those counted.", nameof(placed));
        var (hide, known) = (new HashSet<string>(), new HashSet<string>());
        foreach (var before in earlier.Reverse())
        {
            var difference = ReleaseDifference.Between(before, tables, placed);
            if (policy.IsSmall(difference.Women)) return before;
            foreach (var (key, count) in before.Counts)
            {
                var women = difference.ByCount.GetValueOrDefault(key);
                if (policy.IsSmall(women) || (women == 0 && count.Status == CountStatus.Suppressed)) hide.Add(key);
                if (women == 0 && count.Status == CountStatus.Shown) known.Add(key);
            }
        }

        hide.ExceptWith(known);
        var counts = round ? Rounded(tables, policy, hide) : Suppression.Apply(tables, policy, hide, known);
        if (counts is not null) return new(tables, placed, counts);
        return earlier.Count == 0 ? null : earlier[^1];
    }

    private static IReadOnlyDictionary<string, PublishedCount> Rounded(CountTables tables, DisclosurePolicy policy, HashSet<string> hide) =>
        Rounding.Apply(tables, policy).ToDictionary(c => c.Key, c => hide.Contains(c.Key) ? PublishedCount.Suppressed : c.Value);
}
