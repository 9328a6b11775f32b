using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Projections.Board;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Folding;

public sealed class FoldingNodeTests
{
    private static readonly DateOnly Today = FoldingHouse.Today;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [PostgresFact]
    public async Task A_step_that_is_cut_off_before_its_commit_leaves_nothing_and_is_done_once()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await house.FoldAsync();
        var journey = await house.OpenAsync(Today.AddDays(-5), new Arrested { HappenedOn = Today });

        // The connection dies at the commit, when everything else of the step is done.
        await house.AsSuperuserAsync("""
            create function journeys.cut_off() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end' security definer;
            create constraint trigger cut after insert on journeys.board_feed deferrable initially deferred for each row execute function journeys.cut_off()
            """);
        await FluentActions.Awaiting(house.FoldAsync).Should().ThrowAsync<NpgsqlException>();
        (await house.RowsAsync()).Should().BeEmpty();
        (await house.MessagesAsync()).Should().BeEmpty();

        await house.AsSuperuserAsync("drop trigger cut on journeys.board_feed");
        await house.FoldAsync();
        await house.FoldAsync();
        (await house.MessagesAsync()).Should().ContainSingle().Which.Journey.Should().Be(journey);
        (await house.LinesAsync("select stage from journeys.current_status_spell order by ordinal")).Should().Equal("no-current-involvement", "under-investigation");
    }

    [PostgresFact]
    public async Task Of_two_nodes_one_folds_and_the_other_takes_over_when_it_is_gone()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await using var other = await house.OneMoreAsync();
        var (first, second) = (house.Node(), house.Node(other));
        using var stopFirst = new CancellationTokenSource(Patience);
        using var stopSecond = new CancellationTokenSource(Patience);
        var firstRuns = first.RunAsync(stopFirst.Token);
        await UntilAsync(() => first.IsFolding);
        var secondRuns = second.RunAsync(stopSecond.Token);
        await house.OpenAsync(Today);
        await foreach (var _ in house.Feed.TailAsync(0, stopSecond.Token)) break;
        second.IsFolding.Should().BeFalse();

        await stopFirst.CancelAsync();
        await firstRuns;
        await UntilAsync(() => second.IsFolding);
        await house.OpenAsync(Today);
        await foreach (var messages in house.Feed.TailAsync(1, stopSecond.Token))
        {
            messages.Should().ContainSingle().Which.Position.Should().Be(2);
            break;
        }

        await stopSecond.CancelAsync();
        await secondRuns;
    }

    [PostgresFact]
    public async Task A_node_whose_connection_is_killed_goes_on_by_itself()
    {
        await using var house = await FoldingHouse.CreateAsync();
        using var stop = new CancellationTokenSource(Patience);
        var node = house.Node();
        var runs = node.RunAsync(stop.Token);
        await UntilAsync(() => node.IsFolding);
        await house.AsSuperuserAsync("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and pid <> pg_backend_pid()");
        await house.OpenAsync(Today);
        await foreach (var messages in house.Feed.TailAsync(0, stop.Token))
        {
            messages.Should().ContainSingle();
            break;
        }

        await stop.CancelAsync();
        await runs;
    }

    [PostgresFact]
    public async Task A_hole_that_a_rollback_left_is_closed_and_passed()
    {
        await using var house = await FoldingHouse.CreateAsync();
        using var stop = new CancellationTokenSource(Patience);
        var runs = house.Node().RunAsync(stop.Token);
        await house.AsSuperuserAsync("begin; select nextval('journeys.mt_events_sequence'); rollback");
        var journey = await house.OpenAsync(Today);
        await foreach (var messages in house.Feed.TailAsync(0, stop.Token))
        {
            messages.Should().ContainSingle().Which.Journey.Should().Be(journey);
            break;
        }

        (await house.LinesAsync("select count(*) from journeys.mt_events where type = 'tombstone'")).Should().Equal("1");
        (await house.LinesAsync("select count(distinct journey) from journeys.current_status_spell")).Should().Equal("1");
        await stop.CancelAsync();
        await runs;
    }

    [PostgresFact]
    public async Task A_fact_that_cannot_be_read_freezes_its_journey_and_no_other()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var frozen = await house.OpenAsync(Today.AddDays(-5));
        await Poison.AddAsync(house, frozen, "unheard-of.v9");
        await house.RecordAsync(frozen, new Arrested { HappenedOn = Today });
        var other = await house.OpenAsync(Today.AddDays(-5), new Arrested { HappenedOn = Today });
        await house.FoldAsync();

        var health = await house.Health.ReadAsync(default);
        health.IsHealthy.Should().BeFalse();
        health.Behind.Should().Be(0);
        health.Failures.Should().ContainSingle().Which.Should().Match<JourneyTracker.Journal.Folding.FoldFailure>(f => f.Journey == frozen && f.What.Contains("unheard-of.v9"));
        (await house.Feed.SnapshotAsync(FoldingHouse.North, Today, BoardCut.Snapshot, default)).Women.Select(w => (w.Journey, w.Stage)).Should().BeEquivalentTo(
            [(frozen, Stage.NoCurrentInvolvement), (other, Stage.UnderInvestigation)]);
        (await house.LinesAsync("select count(*) from journeys.fold_failure")).Should().Equal("5");
    }

    [PostgresFact]
    public async Task A_row_whose_headers_or_body_are_not_ours_freezes_that_journey_and_no_other()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var frozen = new List<JourneyId>();
        foreach (var headers in Poison.Headers)
        {
            frozen.Add(await house.OpenAsync(Today.AddDays(-5)));
            await Poison.AddAsync(house, frozen[^1], "arrested.v1", headers: headers);
        }

        frozen.Add(await house.OpenAsync(Today.AddDays(-5)));
        await Poison.AddAsync(house, frozen[^1], "arrested.v1", body: "null");
        var whole = await house.OpenAsync(Today.AddDays(-5));
        await Poison.AddAsync(house, whole, "arrested.v1", headers: "null");
        await house.FoldAsync();

        (await house.Health.ReadAsync(default)).Failures.Select(f => f.Journey).Should().BeEquivalentTo(frozen);
        (await house.Feed.SnapshotAsync(FoldingHouse.North, Today, BoardCut.Snapshot, default)).Women.Where(w => w.Stage == Stage.UnderInvestigation)
            .Should().ContainSingle("headers that say nothing say nothing wrong").Which.Journey.Should().Be(whole);
    }

    [PostgresFact]
    public async Task A_journey_that_can_be_read_again_is_folded_at_the_next_start()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(Today.AddDays(-5));
        await Poison.AddAsync(house, journey, "unheard-of.v9");
        await house.RecordAsync(journey, new Arrested { HappenedOn = Today });
        await house.FoldAsync();
        await house.AsSuperuserAsync("alter table journeys.mt_events disable trigger never_changed; update journeys.mt_events set type = 'licence-ended.v1' where type = 'unheard-of.v9'");
        // The start before may not have let go of the folding lock yet: then this is no start.
        for (var starts = 0; starts < 100 && !(await house.Health.ReadAsync(default)).IsHealthy; starts++)
        {
            await house.FoldAsync();
            await Task.Delay(20);
        }

        (await house.Health.ReadAsync(default)).IsHealthy.Should().BeTrue();
        var message = (await house.MessagesAsync(1)).Should().ContainSingle().Subject;
        (message.From, message.To).Should().Be((Stage.NoCurrentInvolvement, Stage.UnderInvestigation));
    }

    private static async Task UntilAsync(Func<bool> so)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!so()) await Task.Delay(10, patience.Token);
    }
}
