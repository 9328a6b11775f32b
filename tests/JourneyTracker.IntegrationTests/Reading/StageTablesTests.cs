using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Folding;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Folding.Rebuild;

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

    [PostgresFact]
    public async Task A_merged_journey_is_counted_with_the_other_and_by_itself_again_after_the_unmerge()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var today = FoldingHouse.Today;
        var survivor = await house.OpenAsync(today.AddDays(-20));
        var merged = await house.OpenAsync(today.AddDays(-10));
        var merging = new MergingDoor(house.Journal, house.Database.Vault, house.Database.AccessLog, house.Database.Access, house.Clock);
        async Task CountedAsync(int known, int notYetKnown, DateOnly day)
        {
            await house.FoldAsync();
            foreach (var tables in new[] { new StageTables(house.Database.Sources), null })
            {
                var census = (await Door(house, tables).StagesAsync(Auditor, day, null, null, "test", default))!;
                (census.Stages.Values.Sum(), census.NotYetKnown).Should().Be((known, notYetKnown));
            }
        }

        await CountedAsync(2, 0, today);
        await CountedAsync(1, 1, today.AddDays(-15));
        await merging.MergeAsync(Auditor with { Role = Role.Coordinator }, survivor, merged, MergeReason.OpenedTwice, null, "test", default);
        await CountedAsync(1, 0, today);
        await CountedAsync(1, 0, today.AddDays(-15));
        await CountedAsync(0, 1, today.AddDays(-30));
        await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);
        await CountedAsync(1, 0, today);
        await merging.UnmergeAsync(Auditor with { Role = Role.Coordinator }, merged, CorrectionReason.WrongWoman, null, "test", default);
        await CountedAsync(2, 0, today);
        await CountedAsync(1, 1, today.AddDays(-15));
    }

    private static ReadingDoor Door(FoldingHouse house, StageTables? tables) =>
        new(house.Journal, house.Database.Sealing, house.Database.Vault, house.Database.AccessLog, house.Database.Access, house.Clock, tables);
}
