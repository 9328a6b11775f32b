using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Folding;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.IntegrationTests.Reading;

public sealed class StageTablesTests
{
    private static readonly Caller Auditor = new("auditor", "Office", "VOLUNTARY", Role.Auditor, FoldingHouse.North);

    [PostgresFact]
    public async Task Women_are_counted_alike_from_what_is_stored_and_from_every_fact()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var women = await RandomFacts.RecordAsync(house, seed: 3, women: 30, facts: 150);
        await house.OpenSupportOnlyAsync(FoldingHouse.Today.AddDays(-3));
        await Poison.AddAsync(house, women[0], "unheard-of.v9");
        await house.FoldAsync();
        // One whom nobody has folded yet: the folds are waited for.
        await house.OpenAsync(FoldingHouse.Today.AddDays(-4));
        var folding = Task.Delay(100).ContinueWith(_ => house.FoldAsync(), TaskScheduler.Default).Unwrap();

        foreach (var day in new[] { 0, -3, -20, -59, -100, 40 }.Select(FoldingHouse.Today.AddDays))
        {
            foreach (var by in new CensusBy?[] { null, CensusBy.Area, CensusBy.Agency })
            {
                var stored = await Door(house, new StageTables(house.Database.Sources)).StagesAsync(Auditor, day, null, by, "test", default);
                var folded = await Door(house, null).StagesAsync(Auditor, day, null, by, "test", default);
                stored.Should().BeEquivalentTo(folded, o => o.Excluding(c => c!.KnownAt));
            }
        }

        await folding;
    }

    [PostgresFact]
    public async Task Women_are_counted_from_every_fact_when_nobody_folds()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await house.OpenAsync(FoldingHouse.Today.AddDays(-4));

        var census = await Door(house, new StageTables(house.Database.Sources)).StagesAsync(Auditor, FoldingHouse.Today, null, null, "test", default);

        census!.Stages.Values.Sum().Should().Be(1);
    }

    private static ReadingDoor Door(FoldingHouse house, StageTables? tables) =>
        new(house.Journal, house.Database.Sealing, house.Database.Vault, house.Database.AccessLog, house.Clock, tables);
}
