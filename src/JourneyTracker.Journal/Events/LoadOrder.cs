using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Events;

/// <summary>In which order the appends of a load are written.</summary>
internal static class LoadOrder
{
    /// <summary>
    /// Their indexes. Journey by journey, each journey's own order kept, where nobody can tell but by the positions: so each journey is locked, looked at and
    /// brought forward once, and indexes grow side by side.
    /// </summary>
    public static int[] Of(IReadOnlyList<Append> appends)
    {
        var order = Enumerable.Range(0, appends.Count).ToArray();
        if (!MayBeSorted(appends)) return order;
        Array.Sort(Array.ConvertAll(order, i => (appends[i].Journey, i)), order);
        return order;
    }

    /// <summary>
    /// Not when made-up instants must stand in the order of positions, when a reference comes twice and goes to the first who brings it, when partnerships may
    /// open the same journey, or when appends that each need a transaction of their own after the one before would then follow one another.
    /// </summary>
    private static bool MayBeSorted(IReadOnlyList<Append> appends)
    {
        var met = new HashSet<SourceReference>(appends.Count);
        foreach (var append in appends)
        {
            if (append.Partnership != appends[0].Partnership || append.ExpectedVersion is not null) return false;
            foreach (var fact in append.Facts)
            {
                if (fact.RecordedAt is not null || (fact.Source is not null && !met.Add(fact.Source))) return false;
            }
        }

        return true;
    }
}
