namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>How many women stand between two releases.</summary>
/// <param name="Women">Who joined, left, or moved to another innermost count.</param>
/// <param name="ByCount">For each count how many women are in one of the two and not in the other; counts with none are left out.</param>
internal sealed record ReleaseDifference(int Women, IReadOnlyDictionary<string, int> ByCount)
{
    public static ReleaseDifference Between(Release before, CountTables tables, IReadOnlyDictionary<string, string> placed)
    {
        var moves = before.Placed.Keys.Union(placed.Keys).Select(w => (Was: before.Placed.GetValueOrDefault(w), Is: placed.GetValueOrDefault(w))).Where(m => m.Was != m.Is);
        var (women, byCount) = (0, new Dictionary<string, int>());
        foreach (var ((was, @is), movers) in moves.CountBy(m => m))
        {
            women += movers;
            var counts = CountsIn(before.Tables, was);
            counts.SymmetricExceptWith(CountsIn(tables, @is));
            foreach (var key in counts) byCount[key] = byCount.GetValueOrDefault(key) + movers;
        }

        return new(women, byCount);
    }

    private static HashSet<string> CountsIn(CountTables tables, string? key) => key is null ? [] : [.. tables.CountsIn(key)];
}
