namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// Counts that leave together, and which of them add up to which. Tables that share a total share its key, so that what is hidden in one is hidden in all.
/// </summary>
public sealed class CountTables
{
    private readonly Dictionary<string, int> places = [];
    private readonly List<string> keys = [];
    private readonly List<long> values = [];
    private readonly List<Sum> sums = [];

    /// <summary>One count is the sum of others, by their places.</summary>
    internal sealed record Sum(int Total, IReadOnlyList<int> Parts);

    public IReadOnlyList<string> Keys => keys;

    internal IReadOnlyList<long> Values => values;

    internal IReadOnlyList<Sum> Sums => sums;

    /// <exception cref="ArgumentException">The key is there already with another count, or the count is negative.</exception>
    public void Add(string key, long count)
    {
        if (count < 0) throw new ArgumentException($"{key} counts fewer than none.", nameof(count));
        if (places.TryGetValue(key, out var place))
        {
            if (values[place] != count) throw new ArgumentException($"{key} counts {values[place]} in one table and {count} in another.", nameof(count));
            return;
        }

        places[key] = keys.Count;
        keys.Add(key);
        values.Add(count);
    }

    /// <summary>Says that counts which are there already add up to another.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public void AddSum(string total, IReadOnlyCollection<string> parts)
    {
        var sum = new Sum(PlaceOf(total), [.. parts.Select(PlaceOf)]);
        if (sum.Parts.Sum(p => values[p]) != values[sum.Total]) throw new ArgumentException($"The parts of {total} do not add up to it.", nameof(parts));
        sums.Add(sum);
    }

    internal int PlaceOf(string key) => places.TryGetValue(key, out var place) ? place : throw new ArgumentException($"There is no count {key}.", nameof(key));

    internal IReadOnlyDictionary<string, PublishedCount> Publish(Func<int, PublishedCount> count) => keys.Select((key, place) => (key, count(place))).ToDictionary();
}
