using System.Text.Json;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Checking;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Operating;

/// <summary>The doctor finds each fault that it looks for, on a real database that has it, and nothing on a healthy one.</summary>
public sealed class DoctorTests(DoctorHouse house) : IClassFixture<DoctorHouse>
{
    private const string Remake = "create trigger never_changed before update or delete or truncate on journeys.mt_events for each statement execute function journeys.refuse_change(); alter table journeys.mt_events enable always trigger never_changed";

    [PostgresFact]
    public async Task On_a_healthy_database_everything_is_well_but_for_the_node_that_folds()
    {
        (await house.ExamineAsync()).Where(c => c.Verdict != Verdict.Ok).Select(c => c.Name).Should().Equal("folding-node");
        using var stop = new CancellationTokenSource();
        var node = house.Node();
        var running = node.RunAsync(stop.Token);
        while (!node.IsFolding) await Task.Delay(10);
        (await house.ExamineAsync()).Where(c => c.Verdict != Verdict.Ok).Should().BeEmpty();
        await stop.CancelAsync();
        await running;
    }

    [PostgresTheory]
    [InlineData("immutability", Verdict.Broken, "drop trigger never_changed on journeys.mt_events", Remake)]
    [InlineData("immutability", Verdict.Broken, "alter table journeys.mt_events disable trigger never_changed", "alter table journeys.mt_events enable always trigger never_changed")]
    [InlineData("immutability", Verdict.Broken, "alter table journeys.access_log enable trigger never_changed", "alter table journeys.access_log enable always trigger never_changed")]
    [InlineData("rights", Verdict.Broken, "grant update (data) on journeys.mt_events to journeys_writer", "revoke update (data) on journeys.mt_events from journeys_writer")]
    [InlineData("rights", Verdict.Broken, "grant delete on journeys.access_log to public", "revoke delete on journeys.access_log from public")]
    [InlineData("roles", Verdict.Broken, "alter role journeys_reader bypassrls", "alter role journeys_reader nobypassrls")]
    [InlineData("roles", Verdict.Broken, "alter role journeys_writer superuser", "alter role journeys_writer nosuperuser")]
    [InlineData("roles", Verdict.Broken, "alter role journeys_folder rename to gone", "alter role gone rename to journeys_folder")]
    [InlineData("roles", Verdict.Warning, "alter role journeys_app bypassrls", "alter role journeys_app nobypassrls")]
    [InlineData("roles", Verdict.Warning, "alter role journeys_reader login", "alter role journeys_reader nologin")]
    [InlineData("row-level-security", Verdict.Broken, "alter table journeys.mt_events no force row level security", "alter table journeys.mt_events force row level security")]
    [InlineData("row-level-security", Verdict.Broken, "alter table journeys.movement disable row level security", "alter table journeys.movement enable row level security")]
    [InlineData("row-level-security", Verdict.Broken, "create table journeys.careless (partnership varchar)", "drop table journeys.careless")]
    [InlineData("row-level-security", Verdict.Broken, "alter table journeys.board_feed owner to journeys_app", "alter table journeys.board_feed owner to journeys_owner")]
    [InlineData("policies", Verdict.Broken, "create policy wide on journeys.mt_events for select to journeys_reader using (true)", "drop policy wide on journeys.mt_events")]
    [InlineData("sequence", Verdict.Broken, "alter sequence journeys.mt_events_sequence cache 10", "alter sequence journeys.mt_events_sequence cache 1")]
    [InlineData("sequence", Verdict.Broken, "select setval('journeys.mt_events_sequence', 3)", "select setval('journeys.mt_events_sequence', (select max(seq_id) from journeys.mt_events))")]
    [InlineData("marten-tables", Verdict.Broken, "alter table journeys.mt_events drop constraint pk_mt_events_stream_and_version", "alter table journeys.mt_events add constraint pk_mt_events_stream_and_version unique (tenant_id, stream_id, version)")]
    [InlineData("marten-tables", Verdict.Warning, "create index more on journeys.mt_events (type)", "drop index journeys.more")]
    [InlineData("migrations", Verdict.Broken, "update journeys.migration set number = 9008 where number = 8", "update journeys.migration set number = 8 where number = 9008")]
    [InlineData("migrations", Verdict.Broken, "update journeys.migration set checksum = 'x' || checksum where number = 5", "update journeys.migration set checksum = substr(checksum, 2) where number = 5")]
    [InlineData("migrations", Verdict.Warning, "insert into journeys.migration values (9999, '9999_later.sql', '-')", "delete from journeys.migration where number = 9999")]
    [InlineData("replay", Verdict.Broken, "update journeys.status_spell set agency = agency || '!' where ordinal = 0", "update journeys.status_spell set agency = left(agency, -1) where ordinal = 0")]
    [InlineData("feed", Verdict.Broken, "update journeys.board_feed_head set last_position = last_position + 1", "update journeys.board_feed_head set last_position = last_position - 1")]
    [InlineData("checkpoints", Verdict.Broken, "update journeys.mt_event_progression set last_seq_id = last_seq_id + 1000", "update journeys.mt_event_progression set last_seq_id = last_seq_id - 1000")]
    [InlineData("frozen-journeys", Verdict.Broken, "insert into journeys.fold_failure values ('status.2', 'north', gen_random_uuid(), 1, gen_random_uuid(), 'a reason')", "delete from journeys.fold_failure")]
    [InlineData("partnerships", Verdict.Warning, "insert into journeys.mt_streams (tenant_id, id, version) values ('North', '00000000-0000-4000-8000-000000000001', 3)", "set session_replication_role = replica; alter table journeys.mt_streams disable trigger never_removed; delete from journeys.mt_streams where tenant_id = 'North'; alter table journeys.mt_streams enable always trigger never_removed")]
    [InlineData("durability", Verdict.Broken, "alter database journeys set synchronous_commit = off", "alter database journeys reset synchronous_commit")]
    public async Task It_finds(string check, Verdict verdict, string damage, string mend)
    {
        (await house.OneAsync(check)).Verdict.Should().Be(Verdict.Ok);
        await house.DamageAsync(damage);
        try
        {
            var found = await house.OneAsync(check);
            found.Verdict.Should().Be(verdict, found.Found);
            found.ToDo.Should().NotBeNullOrEmpty();
        }
        finally
        {
            await house.DamageAsync(mend);
        }

        (await house.OneAsync(check)).Verdict.Should().Be(Verdict.Ok);
    }

    [PostgresFact]
    public async Task It_finds_a_fact_that_was_removed_and_says_where()
    {
        await house.DamageAsync("drop trigger never_changed on journeys.mt_events; create table kept as select * from journeys.mt_events where seq_id = 7; delete from journeys.mt_events where seq_id = 7;" + Remake);
        var found = await house.OneAsync("holes");
        await house.DamageAsync("insert into journeys.mt_events select * from kept; drop table kept");
        found.Verdict.Should().Be(Verdict.Broken);
        found.Found.Should().Contain("Position 7 was folded and is not there any more");
        (await house.OneAsync("holes")).Verdict.Should().Be(Verdict.Ok);
    }

    [PostgresFact]
    public async Task It_tells_a_hole_that_nobody_closes_from_one_that_a_prepared_transaction_holds()
    {
        await house.DamageAsync("select nextval('journeys.mt_events_sequence')");
        await house.OpenAsync();
        var alone = await house.OneAsync("holes");
        (alone.Verdict, alone.ToDo).Should().Be((Verdict.Warning, "Start a node that folds: ./journey serve, without --no-folding."));
        await house.FoldAsync();

        await house.DamageAsync("begin; select nextval('journeys.mt_events_sequence'); prepare transaction 'forgotten'");
        await house.OpenAsync();
        var checks = await house.ExamineAsync();
        checks.Single(c => c.Name == "holes").Found.Should().Contain("1 transaction that drew a number has not ended");
        var prepared = checks.Single(c => c.Name == "prepared-transactions");
        (prepared.Verdict, prepared.Found.Contains("forgotten", StringComparison.Ordinal)).Should().Be((Verdict.Broken, true));
        await house.DamageAsync("rollback prepared 'forgotten'");
        await house.FoldAsync();
        (await house.OneAsync("holes")).Verdict.Should().Be(Verdict.Ok);
    }

    [PostgresFact]
    public async Task It_finds_a_transaction_that_stays_open_and_says_whose()
    {
        await using var connection = await house.ConnectAsync();
        await using var command = new NpgsqlCommand("set application_name = 'a report'; begin; select 1", connection);
        await command.ExecuteNonQueryAsync();
        var found = await house.OneAsync("open-transactions", house.Request with { LongOpen = TimeSpan.Zero });
        found.Verdict.Should().Be(Verdict.Warning);
        found.Found.Should().Contain("a report");
    }

    [PostgresFact]
    public async Task It_finds_folds_that_are_behind_and_a_server_that_is_crowded()
    {
        await house.DamageAsync("update journeys.mt_event_progression set last_seq_id = last_seq_id - 3");
        (await house.OneAsync("checkpoints")).Found.Should().Contain("3 positions behind");
        await house.DamageAsync("update journeys.mt_event_progression set last_seq_id = last_seq_id + 3");
        var crowd = await Task.WhenAll(Enumerable.Range(0, 125).Select(_ => house.ConnectAsync()));
        (await house.OneAsync("connections")).Verdict.Should().Be(Verdict.Warning);
        foreach (var connection in crowd) await connection.DisposeAsync();
    }

    [PostgresFact]
    public async Task It_finds_a_key_that_is_missing_or_does_not_open_and_another_master_key()
    {
        await house.DamageKeysAsync("create table kept as select * from journey_key; delete from journey_key");
        var missing = await house.OneAsync("keys");
        await house.DamageKeysAsync("insert into journey_key select * from kept; update journey_key set wrapped = set_byte(wrapped, 30, get_byte(wrapped, 30) # 1)");
        var changed = await house.OneAsync("keys");
        await house.DamageKeysAsync("delete from journey_key; insert into journey_key select * from kept; drop table kept");
        (missing.Verdict, changed.Verdict, (await house.OneAsync("keys")).Verdict).Should().Be((Verdict.Broken, Verdict.Broken, Verdict.Ok));
        missing.Found.Should().Contain("no key");

        var other = Directory.CreateTempSubdirectory("journey-secrets-");
        (await house.OneAsync("master-key", house.Request with { MasterKey = MasterKeyFile.In(other.FullName) })).Found.Should().Contain("There is no master key");
        await MasterKeyFile.In(other.FullName).ReadOrMakeAsync(default);
        (await house.OneAsync("master-key", house.Request with { MasterKey = MasterKeyFile.In(other.FullName) })).Found.Should().Contain("is not the one this database was made with");
        other.Delete(recursive: true);
    }

    [PostgresFact]
    public async Task It_finds_a_clock_that_is_wrong_and_a_disk_that_is_full()
    {
        var clock = new SettableClock(DateTimeOffset.UtcNow.AddSeconds(10));
        (await house.OneAsync("clock", house.Request with { Clock = clock })).Verdict.Should().Be(Verdict.Warning);
        clock.Set(DateTimeOffset.UtcNow.AddHours(-1));
        (await house.OneAsync("clock", house.Request with { Clock = clock })).Verdict.Should().Be(Verdict.Broken);
        new[] { 100L << 20, 1L << 30, 10L << 30 }.Select(free => SettingsExamination.OfFree(free, 1).Verdict).Should().Equal(Verdict.Broken, Verdict.Warning, Verdict.Ok);
    }

    [PostgresFact]
    public async Task A_server_that_does_not_answer_and_a_database_without_a_journal_are_said_in_a_sentence()
    {
        var nobody = await house.ExamineAsync(house.Request with { ConnectionString = "Host=127.0.0.1;Port=1;Database=journeys;Username=u" });
        nobody.Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Broken);
        var empty = await house.ExamineAsync(house.Request with { ConnectionString = house.Request.KeysConnectionString });
        empty.Single(c => c.Name == "migrations").Found.Should().Be("There is no journal in this database.");
    }

    [PostgresFact]
    public async Task The_verb_ends_with_1_only_when_something_is_broken_and_writes_one_document()
    {
        var well = await CliProcess.RunAsync("doctor", "--json", "--sample", "3", "--data", house.Request.ClusterFolder!);
        well.ExitCode.Should().Be(0, well.Output + well.Messages);
        JsonDocument.Parse(well.Output).RootElement.GetProperty("verdict").GetString().Should().Be("warning");
        await house.DamageAsync("drop trigger never_changed on journeys.mt_events");
        var broken = await CliProcess.RunAsync("doctor", "--data", house.Request.ClusterFolder!);
        await house.DamageAsync(Remake);
        broken.ExitCode.Should().Be(1);
        broken.Output.Should().Contain("BROKEN   immutability").And.Contain("To do: ").And.Contain("Something is broken.");
        (await CliProcess.RunAsync("doctor", "--data", house.Request.ClusterFolder! + "-nowhere")).Messages.Should().Contain("There is no private cluster in");
    }

    [PostgresFact]
    public async Task It_changes_nothing()
    {
        await using var connection = await house.ConnectAsync();
        const string all = "select string_agg(md5(t), '' order by t) from (select e::text as t from journeys.mt_events e union all select p::text from journeys.mt_event_progression p union all select s::text from journeys.current_status_spell s) x";
        await using var look = new NpgsqlCommand("set role journeys_folder; " + all, connection);
        var before = await look.ExecuteScalarAsync();
        await house.ExamineAsync();
        (await look.ExecuteScalarAsync()).Should().Be(before);
    }
}
