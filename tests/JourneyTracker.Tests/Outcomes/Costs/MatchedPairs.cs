using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Costs;
using JourneyTracker.Tests.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Costs;

/// <summary>Pairs of women who can be matched with nobody but each other: each pair was in custody for days of its own. They were released on 1 March 2024, and are followed for 180 days from 29 March 2024 on.</summary>
internal static class MatchedPairs
{
    public const int Pairs = 20;

    /// <summary>Their release.</summary>
    public static readonly DateOnly Released = A.Day("2024-03-01");

    public static readonly (string, string)[] Period = [("from", "2024-01-01"), ("to", "2024-12-31")];

    /// <summary>Arrest: £100, £200, £400. Session: £5, £10, £20. Made up.</summary>
    public static readonly UnitCost[] MadeUp = [new("arrest", 100, 200, 400, "2024-25", "Made up", "", "assumed"), new("session", 5, 10, 20, "2024-25", "Made up", "", "assumed")];

    /// <param name="met">Arrests and sessions of the woman whom a service met, by pair.</param>
    /// <param name="notMet">Arrests of the other.</param>
    public static MeasureStore Store(Func<int, (int Arrests, int Sessions)> met, Func<int, int> notMet, int pairs = Pairs) =>
        MeasureStore.Of([.. Enumerable.Range(0, pairs).SelectMany(i => new[] { Woman(i, true, [.. Arrests(met(i).Arrests), .. Sessions(met(i).Sessions)]), Woman(i, false, [.. Arrests(notMet(i))]) })]);

    public static A Woman(int pair, bool met, params Fact[] facts) => A.Journey().With(
    [
        new Received(CustodyBasis.Sentence) { HappenedOn = Released.AddDays(-60 - (10 * pair)) }, new Released(ReleaseKind.OnLicence) { HappenedOn = Released },
        .. met ? [new FirstContact { HappenedOn = Released.AddDays(10) }] : Array.Empty<Fact>(), .. facts,
    ]);

    private static IEnumerable<Fact> Arrests(int count) => Enumerable.Range(0, count).Select(i => new Arrested { HappenedOn = Released.AddDays(60 + i) });

    private static IEnumerable<Fact> Sessions(int count) => Enumerable.Range(0, count).Select(i => new SessionKept { HappenedOn = Released.AddDays(12 + i) });
}
