using JourneyTracker.Domain.Facts;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Folding.Rebuild;

namespace JourneyTracker.IntegrationTests.Folding;

/// <summary>Events that another program wrote on the same tables in no partnership's name.</summary>
public sealed class StrangerTests
{
    [PostgresTheory]
    [InlineData("'*DEFAULT*'", "id")]
    [InlineData("'North'", "id")]
    [InlineData("null", "id")]
    [InlineData("'north'", "null")]
    public async Task They_hold_nobody_up(string tenant, string stream)
    {
        await using var house = await FoldingHouse.CreateAsync(new FoldingOptions { MarkEvery = 1 });
        await house.FoldAsync();
        await house.AsSuperuserAsync($$"""
            with stream as (insert into journeys.mt_streams (tenant_id, id, version) values (coalesce({{tenant}}, '*DEFAULT*'), gen_random_uuid(), 1) returning id)
            insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            select nextval('journeys.mt_events_sequence'), gen_random_uuid(), {{stream}}, 1, '{}', 'from-elsewhere.v1', clock_timestamp(), {{tenant}} from stream
            """);
        var journey = await house.OpenAsync(FoldingHouse.Today.AddDays(-1), new Arrested { HappenedOn = FoldingHouse.Today });

        await house.FoldAsync();
        (await house.MessagesAsync()).Should().ContainSingle().Which.Journey.Should().Be(journey);
        var stored = await house.RowsAsync();

        await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, CancellationToken.None);
        (await house.RowsAsync()).Should().Equal(stored);

        var read = new List<long>();
        await foreach (var fact in house.Journal.ReadAllAsync(0, CancellationToken.None)) read.Add(fact.Position);
        read.Should().Equal(2, 3, 4);
        await foreach (var hers in house.Journal.ReadJourneysAsync(null, long.MaxValue, CancellationToken.None)) hers.Should().OnlyContain(f => f.Journey == journey);
        (await house.Journal.PositionAtAsync(FoldingHouse.North, DateTimeOffset.UtcNow.AddDays(1), CancellationToken.None)).Should().Be(4);
        (await house.Health.ReadAsync(CancellationToken.None)).Behind.Should().Be(0);
    }
}
