using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.IntegrationTests.Folding;

/// <summary>Facts in no sensible order, back-dated, corrected and withdrawn: what folds must bear. The same seed gives the same facts.</summary>
internal static class RandomFacts
{
    private const int DaysBack = 60;

    /// <summary>Some new journeys and so many facts about them, recorded one after another.</summary>
    public static async Task<IReadOnlyList<JourneyId>> RecordAsync(FoldingHouse house, int seed, int women, int facts)
    {
        var random = new Random(seed);
        var journeys = new List<JourneyId>();
        for (var i = 0; i < women; i++) journeys.Add(await house.OpenAsync(DayOf(random)));
        var latest = new Dictionary<JourneyId, FactId>();
        for (var i = 0; i < facts; i++) await RecordOneAsync(house, random, journeys[random.Next(women)], latest);
        return journeys;
    }

    private static async Task RecordOneAsync(FoldingHouse house, Random random, JourneyId journey, Dictionary<JourneyId, FactId> latest)
    {
        var day = DayOf(random);
        var known = latest.TryGetValue(journey, out var before);
        Fact fact = random.Next(10) switch
        {
            0 when known => new Corrected(before, Any(random, day), CorrectionReason.WrongDetail) { HappenedOn = FoldingHouse.Today },
            1 when known => new Withdrawn(before, CorrectionReason.EnteredInError) { HappenedOn = FoldingHouse.Today },
            _ => Any(random, day),
        };
        var id = await house.RecordAsync(journey, fact);
        if (fact is Withdrawn) latest.Remove(journey);
        else latest[journey] = id;
    }

    private static Fact Any(Random random, DateOnly day) => random.Next(12) switch
    {
        0 => new Arrested { HappenedOn = day },
        1 => new Diverted(DiversionScheme.WomensCentre) { HappenedOn = day },
        2 => new DiversionClosed(DiversionOutcome.Completed) { HappenedOn = day },
        3 => new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = day },
        4 => new Remanded { HappenedOn = day },
        5 => new Received(CustodyBasis.Remand) { HappenedOn = day },
        6 => new Released(ReleaseKind.OnLicence, day.AddDays(random.Next(1, 40))) { HappenedOn = day },
        7 => new Recalled("LR") { HappenedOn = day },
        8 => new ReturnedToCustody { HappenedOn = day },
        9 => new Sentenced("CO", new Term(months: 1 + random.Next(3))) { HappenedOn = day },
        10 => new CharacteristicsRecorded(Area: random.Next(2) == 0 ? "E23000007" : "E23000012") { HappenedOn = day },
        _ => new Contact("visit") { HappenedOn = day },
    };

    private static DateOnly DayOf(Random random) => FoldingHouse.Today.AddDays(-random.Next(DaysBack));
}
