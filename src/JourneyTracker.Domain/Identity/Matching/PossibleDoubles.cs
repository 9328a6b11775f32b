namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>
/// The pairs among many women that may be one woman's. Only those who share a mark are compared, and when one of them changes only she is compared again. Not for several threads at once.
/// </summary>
public sealed class PossibleDoubles
{
    private readonly Dictionary<JourneyId, KnownPerson> people = [];
    private readonly Dictionary<string, Dictionary<JourneyId, KnownPerson>> sharing = new(StringComparer.Ordinal);
    private readonly Dictionary<JourneyId, Dictionary<JourneyId, Likeness>> alike = [];
    private IReadOnlyList<PossibleDouble>? sorted;

    /// <summary>The strongest first, each pair once.</summary>
    public IReadOnlyList<PossibleDouble> All => sorted ??=
    [
        .. from one in alike
           from other in one.Value
           where one.Key.CompareTo(other.Key) < 0
           orderby other.Value.Strength descending, one.Key, other.Key
           select new PossibleDouble(one.Key, other.Key, people[one.Key].Identity, people[other.Key].Identity, other.Value),
    ];

    /// <summary>Adds a woman, or replaces what was known of her.</summary>
    public void Put(JourneyId journey, KnownPerson person)
    {
        Remove(journey);
        people.Add(journey, person);
        foreach (var others in person.Marks.Select(Sharing))
        {
            foreach (var (other, known) in others)
                if (Likeness.Between(person, known) is { } why) Pair(journey, other, why);
            others.Add(journey, person);
        }
    }

    /// <summary>Forgets a woman; nothing when she is not known.</summary>
    public void Remove(JourneyId journey)
    {
        if (!people.Remove(journey, out var person)) return;
        sorted = null;
        foreach (var mark in person.Marks)
            if (Sharing(mark) is var left && left.Remove(journey) && left.Count == 0) sharing.Remove(mark);
        if (!alike.Remove(journey, out var pairs)) return;
        foreach (var other in pairs.Keys)
            if (alike[other].Remove(journey) && alike[other].Count == 0) alike.Remove(other);
    }

    private Dictionary<JourneyId, KnownPerson> Sharing(string mark) => sharing.TryGetValue(mark, out var journeys) ? journeys : sharing[mark] = [];

    private void Pair(JourneyId one, JourneyId other, Likeness why)
    {
        sorted = null;
        foreach (var (a, b) in new[] { (one, other), (other, one) })
        {
            if (!alike.TryGetValue(a, out var pairs)) alike[a] = pairs = [];
            pairs[b] = why;
        }
    }
}
