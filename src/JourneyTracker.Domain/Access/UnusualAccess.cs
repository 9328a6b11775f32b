using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Access;

/// <summary>One look at one journey, as the access log keeps it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Journey">Whose journey.</param>
/// <param name="IsOpening">Whether it was opened; else she stood in a list.</param>
/// <param name="SameFamilyName">Whether the person who looked has her family name.</param>
/// <param name="IsEmergency">Whether the person opened what is not shared, to keep somebody safe.</param>
public sealed record Look(DateTimeOffset At, Caller By, JourneyId Journey, bool IsOpening = true, bool SameFamilyName = false, bool IsEmergency = false);

/// <summary>Access that somebody should ask about. It says nothing of why: there may be a good reason.</summary>
/// <param name="Code">Which rule of <see cref="UnusualAccessRule"/>.</param>
/// <param name="By">Who looked.</param>
/// <param name="Journey">Whose journey; null where it is about many.</param>
/// <param name="First">The first look.</param>
/// <param name="Last">The last look.</param>
/// <param name="Count">How many looks; for many journeys, how many journeys.</param>
public sealed record UnusualAccess(string Code, Caller By, JourneyId? Journey, DateTimeOffset First, DateTimeOffset Last, int Count)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>What is unusual in them, in the order in which it began.</summary>
    /// <param name="looks">In order of time.</param>
    /// <param name="hasConcern">Whether a look is at a woman with whom the caller's agency has something to do: it recorded something on her journey, or she consented.</param>
    /// <param name="mostInAnHour">More journeys opened by one person within an hour are a finding.</param>
    public static IReadOnlyList<UnusualAccess> In(IReadOnlyList<Look> looks, Func<Look, bool> hasConcern, int mostInAnHour) =>
    [
        .. OfEach(UnusualAccessRule.OwnName, looks.Where(l => l.SameFamilyName))
            .Concat(OfEach(UnusualAccessRule.Emergency, looks.Where(l => l.IsEmergency)))
            .Concat(OfEach(UnusualAccessRule.NoConcern, looks.Where(l => l.IsOpening && l.By.Role == Role.Practitioner && !hasConcern(l))))
            .Concat(looks.Where(l => l.IsOpening).GroupBy(l => (l.By.Person, l.By.Agency)).SelectMany(g => Many([.. g], mostInAnHour)))
            .OrderBy(f => f.First).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.By.Person, StringComparer.Ordinal).ThenBy(f => f.Journey?.ToString(), StringComparer.Ordinal),
    ];

    private static IEnumerable<UnusualAccess> OfEach(string code, IEnumerable<Look> looks) => looks
        .GroupBy(l => (l.By.Person, l.By.Agency, l.Journey))
        .Select(g => new UnusualAccess(code, g.First().By, g.Key.Journey, g.First().At, g.Last().At, g.Count()));

    /// <summary>Stretches in which every look belongs to an hour with too many journeys.</summary>
    private static IEnumerable<UnusualAccess> Many(Look[] looks, int most)
    {
        var inHour = new Dictionary<JourneyId, int>();
        var (begin, first, last) = (0, -1, -1);
        for (var end = 0; end < looks.Length; end++)
        {
            inHour[looks[end].Journey] = inHour.GetValueOrDefault(looks[end].Journey) + 1;
            for (; looks[end].At - looks[begin].At >= Hour; begin++)
                if (--inHour[looks[begin].Journey] == 0) inHour.Remove(looks[begin].Journey);
            if (inHour.Count <= most) continue;
            if (first >= 0 && begin > last) yield return Stretch(looks, first, last);
            if (first < 0 || begin > last) first = begin;
            last = end;
        }

        if (first >= 0) yield return Stretch(looks, first, last);
    }

    private static UnusualAccess Stretch(Look[] looks, int first, int last) => new(
        UnusualAccessRule.Many, looks[first].By, null, looks[first].At, looks[last].At, looks[first..(last + 1)].Select(l => l.Journey).Distinct().Count());
}
