using JourneyTracker.Domain.Facts;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Folding.Rebuild;
using JourneyTracker.Projections.Status;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Folding;

public sealed class RebuildTests
{
    private static readonly DateOnly Today = FoldingHouse.Today;

    [PostgresFact]
    public async Task A_rebuild_gives_the_rows_that_folding_step_by_step_gave()
    {
        await using var house = await FoldingHouse.CreateAsync(new() { MostFacts = 7 });
        await RandomFacts.RecordAsync(house, seed: 1, women: 30, facts: 200);
        await house.FoldAsync();
        var before = await house.RowsAsync();
        var feed = await house.MessagesAsync();
        var position = (await house.Health.ReadAsync(default)).FoldedTo;

        var report = await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);

        before.Should().HaveCountGreaterThan(100);
        (await house.RowsAsync()).Should().Equal(before);
        (await house.MessagesAsync()).Should().Equal(feed, "a rebuild announces nothing");
        (report.Journeys, report.Position, report.Frozen, report.OldRowsRemoved).Should().Be((30, position, 0, true));
        (await house.LinesAsync("select count(*) from pg_class where relnamespace = 'journeys'::regnamespace and relkind = 'r' and relname ~ '_g[0-9]+$'")).Should().Equal("6");
    }

    [PostgresFact]
    public async Task One_fold_can_be_rebuilt_by_itself_and_mends_what_was_wrong_in_its_rows()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await RandomFacts.RecordAsync(house, seed: 2, women: 10, facts: 60);
        await house.FoldAsync();
        var before = await house.RowsAsync();
        await house.AsSuperuserAsync("update journeys.status_spell set agency = 'nobody'; update journeys.movement set to_stage = 'on-licence' where ordinal = 0");

        await new FoldRebuild(house.Database.Sources).RunAsync([JourneyStatus.Name], null, default);
        (await house.LinesAsync("select count(*) from journeys.current_status_spell where agency = 'nobody'")).Should().Equal("0");
        (await house.RowsAsync()).Should().NotEqual(before, "the other fold's rows were not touched");

        await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);
        (await house.RowsAsync()).Should().Equal(before);
    }

    [PostgresFact]
    public async Task Readers_with_a_prepared_statement_never_see_anything_but_the_whole()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await RandomFacts.RecordAsync(house, seed: 3, women: 20, facts: 100);
        await house.FoldAsync();
        var expected = await house.LinesAsync("select count(*) || '/' || count(distinct journey) from journeys.current_status_spell");
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => ReadUntilAsync(house, stop.Token)).ToList();

        for (var i = 0; i < 5; i++) (await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default)).OldRowsRemoved.Should().BeTrue();
        await stop.CancelAsync();

        var seen = (await Task.WhenAll(readers)).SelectMany(s => s).ToList();
        seen.Should().HaveCountGreaterThan(15).And.OnlyContain(s => s == expected[0]);
    }

    [PostgresFact]
    public async Task A_reader_that_began_before_the_swap_keeps_what_it_saw()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await RandomFacts.RecordAsync(house, seed: 4, women: 5, facts: 20);
        await house.FoldAsync();
        var expected = await house.LinesAsync("select count(*) from journeys.current_status_spell");
        await using var connection = await house.Database.Sources.Folder.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using (var begin = new NpgsqlCommand("select 1", connection)) await begin.ExecuteScalarAsync();

        var rebuild = new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);
        await using var count = new NpgsqlCommand("select count(*) from journeys.current_status_spell", connection);
        while ((await house.LinesAsync($"select min(generation) from journeys.fold_generation where fold = '{JourneyStatus.Name}'"))[0] == "1") await Task.Delay(5);
        (await Task.WhenAny(rebuild, Task.Delay(500))).Should().NotBe(rebuild, "what is being read is not removed");
        (await count.ExecuteScalarAsync()).Should().Be(long.Parse(expected[0], null));
        await transaction.CommitAsync();
        (await rebuild).OldRowsRemoved.Should().BeTrue();
    }

    [PostgresFact]
    public async Task A_rebuild_while_facts_arrive_loses_none_and_the_folding_node_goes_on()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await RandomFacts.RecordAsync(house, seed: 5, women: 20, facts: 100);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var runs = house.Node().RunAsync(stop.Token);
        var recording = RandomFacts.RecordAsync(house, seed: 6, women: 20, facts: 300);
        for (var i = 0; i < 3; i++) await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, stop.Token);
        await recording;
        await house.Node().CatchUpAsync(null, stop.Token);
        await stop.CancelAsync();
        await runs;

        var live = await house.RowsAsync();
        await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);
        (await house.RowsAsync()).Should().Equal(live);
        (await house.LinesAsync("select count(distinct journey) from journeys.current_status_spell")).Should().Equal("40");
    }

    [PostgresFact]
    public async Task What_was_folded_after_a_rebuild_had_read_it_is_in_the_new_rows()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(Today.AddDays(-5));
        await house.FoldAsync();
        var once = new Once(async () =>
        {
            await house.RecordAsync(journey, new Arrested { HappenedOn = Today });
            await house.OpenAsync(Today);
            await house.FoldAsync();
        });
        await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, once, default);

        (await house.LinesAsync("select stage from journeys.current_status_spell order by partnership, from_day, ordinal desc")).Should().Equal(
            "no-current-involvement", "under-investigation", "no-current-involvement");
        (await house.MessagesAsync()).Should().HaveCount(3);
    }

    [PostgresFact]
    public async Task A_fold_that_is_behind_the_others_is_built_before_anything_is_folded()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await RandomFacts.RecordAsync(house, seed: 8, women: 10, facts: 50);
        await house.FoldAsync();
        var before = await house.RowsAsync();
        var feed = await house.MessagesAsync();
        await house.AsSuperuserAsync("delete from journeys.mt_event_progression where name = 'movements.2'; delete from journeys.movement");
        await house.FoldAsync();

        (await house.RowsAsync()).Should().Equal(before);
        (await house.MessagesAsync()).Should().Equal(feed);
        (await house.LinesAsync("select count(distinct last_seq_id) || '/' || count(*) from journeys.mt_event_progression where name ~ '[.][0-9]+$'")).Should().Equal("1/5");
    }

    [PostgresFact]
    public async Task A_rebuild_that_was_stopped_leaves_what_is_current_and_the_next_one_cleans_up()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await RandomFacts.RecordAsync(house, seed: 7, women: 10, facts: 50);
        await house.FoldAsync();
        var before = await house.RowsAsync();
        using var stop = new CancellationTokenSource();
        var stopping = new Progress(stop);
        await FluentActions.Awaiting(() => new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, stopping, stop.Token)).Should().ThrowAsync<OperationCanceledException>();
        (await house.RowsAsync()).Should().Equal(before);
        (await house.LinesAsync("select count(*) from pg_class where relname ~ '_g[0-9]+$' and relkind = 'r'")).Should().NotEqual(["4"]);

        await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);
        (await house.RowsAsync()).Should().Equal(before);
        (await house.LinesAsync("select count(*) from pg_class where relname ~ '_g[0-9]+$' and relkind = 'r'")).Should().Equal("6");
    }

    [PostgresFact]
    public async Task A_frozen_journey_is_frozen_at_the_same_fact_after_a_rebuild()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(Today.AddDays(-5), new Arrested { HappenedOn = Today.AddDays(-2) });
        await Poison.AddAsync(house, journey, "unheard-of.v9");
        await house.RecordAsync(journey, new Diverted(DiversionScheme.WomensCentre) { HappenedOn = Today });
        await house.FoldAsync();
        var before = (await house.RowsAsync(), (await house.Health.ReadAsync(default)).Failures);

        var report = await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);
        report.Frozen.Should().Be(1);
        (await house.RowsAsync()).Should().Equal(before.Item1);
        (await house.Health.ReadAsync(default)).Failures.Should().Equal(before.Failures);
    }

    private static async Task<IReadOnlyList<string>> ReadUntilAsync(FoldingHouse house, CancellationToken stop)
    {
        var seen = new List<string>();
        await using var connection = await house.Database.Sources.Reader.OpenConnectionAsync(CancellationToken.None);
        await using (var scope = new NpgsqlCommand($"select set_config('journeys.partnership', '{FoldingHouse.North.Name}', false)", connection)) await scope.ExecuteNonQueryAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand("select count(*) || '/' || count(distinct journey) from journeys.current_status_spell where from_day <= $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = new DateOnly(2030, 1, 1) });
        await command.PrepareAsync(CancellationToken.None);
        while (!stop.IsCancellationRequested) seen.Add((string)(await command.ExecuteScalarAsync(CancellationToken.None))!);
        return seen;
    }

    private sealed class Once(Func<Task> act) : IProgress<RebuildProgress>
    {
        private Func<Task>? _act = act;

        public void Report(RebuildProgress value) => Interlocked.Exchange(ref _act, null)?.Invoke().GetAwaiter().GetResult();
    }

    private sealed class Progress(CancellationTokenSource stop) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => stop.Cancel();
    }
}
