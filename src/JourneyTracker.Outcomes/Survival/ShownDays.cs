using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Outcomes.Survival;

/// <summary>
/// The days for which curves are read, from a list that is always the same: a day is shown when since the one shown before nothing came about for 1 to 5 women, in any group that is shown and in those that are
/// hidden together. So two days beside each other tell of nobody, and nor do groups taken from all.
/// </summary>
internal static class ShownDays
{
    private const int Step = 30;
    private const int Year = 365;
    private const int Years = 10;

    public static IReadOnlyList<int> All { get; } = [.. Enumerable.Range(1, Years * Year / Step).Select(i => i * Step).Concat(Enumerable.Range(1, Years).Select(i => i * Year)).Order()];

    /// <param name="ends">For a day what had come about by then, of which each number is looked at by itself.</param>
    /// <param name="last">The last day of anybody's follow-up.</param>
    public static IReadOnlyList<int> Of(Func<int, IReadOnlyList<long>> ends, int last, bool showsSmall)
    {
        if (showsSmall) return [.. All.Where(d => d <= last)];
        var (shown, before) = (new List<int>(), ends(-1));
        foreach (var day in All.Where(d => d <= last))
        {
            var now = ends(day);
            if (now.Zip(before, (n, b) => n - b).Any(DisclosurePolicy.Usual.IsSmall)) continue;
            shown.Add(day);
            before = now;
        }

        return shown;
    }
}
