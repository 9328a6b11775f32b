using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Schema;

namespace JourneyTracker.IntegrationTests.Journal;

public sealed class MigrationTests
{
    private const string Applied = "select count(*) from journeys.migration";

    [PostgresFact]
    public async Task Applied_twice_they_change_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(migrated: false);
        await Migrations.ApplyAsync(database.ConnectionString, default);
        var once = await database.SuperuserScalarAsync<long>(Applied);

        await Migrations.ApplyAsync(database.ConnectionString, default);

        (await database.SuperuserScalarAsync<long>(Applied)).Should().Be(once).And.BeGreaterThan(6);
    }

    [PostgresFact]
    public async Task Nodes_and_databases_that_start_at_once_all_get_there()
    {
        await using var one = await TestDatabase.CreateAsync(migrated: false);
        await using var two = await TestDatabase.CreateAsync(migrated: false);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Migrations.ApplyAsync((n % 2 == 0 ? one : two).ConnectionString, default))));

        (await one.SuperuserScalarAsync<long>(Applied)).Should().Be(await two.SuperuserScalarAsync<long>(Applied));
    }

    [PostgresFact]
    public async Task A_step_that_was_changed_after_it_was_applied_is_refused_in_one_sentence()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var other = await OtherWriter.BeginAsync(database.SuperuserConnectionString))
        {
            await other.ExecuteAsync("update journeys.migration set checksum = 'other' where number = 3");
            await other.CommitAsync();
        }

        (await FluentActions.Awaiting(() => Migrations.ApplyAsync(database.ConnectionString, default)).Should().ThrowAsync<MigrationException>())
            .Which.Message.Should().Contain("0003_own_tables.sql");
    }

    [PostgresFact]
    public async Task A_step_of_a_newer_node_is_left_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var other = await OtherWriter.BeginAsync(database.SuperuserConnectionString))
        {
            await other.ExecuteAsync("insert into journeys.migration (number, name, checksum) values (9999, '9999_later.sql', 'later')");
            await other.CommitAsync();
        }

        await FluentActions.Awaiting(() => Migrations.ApplyAsync(database.ConnectionString, default)).Should().NotThrowAsync();
    }

    [PostgresFact]
    public async Task The_event_tables_are_Martens_to_the_column_and_index()
    {
        await using var database = await TestDatabase.CreateAsync();
        (await database.SuperuserScalarAsync<string>(Columns("mt_events"))).Should().Be(
            "seq_id bigint not null, id uuid not null, stream_id uuid, version bigint not null, data jsonb not null, bdata bytea, "
            + "type character varying(500) not null, timestamp timestamp with time zone not null, tenant_id character varying, mt_dotnet_type character varying, "
            + "correlation_id character varying, causation_id character varying, headers jsonb, is_archived boolean");
        (await database.SuperuserScalarAsync<string>(Columns("mt_streams"))).Should().Be(
            "tenant_id character varying not null, id uuid not null, type character varying, version bigint, timestamp timestamp with time zone not null, "
            + "created timestamp with time zone not null, is_archived boolean");
        (await database.SuperuserScalarAsync<string>(Columns("mt_event_progression"))).Should().Be(
            "name character varying not null, last_seq_id bigint, last_updated timestamp with time zone");
        (await database.SuperuserScalarAsync<string[]>("select array_agg(indexname::text order by 1) from pg_indexes where schemaname = 'journeys' and tablename like 'mt\\_%'"))
            .Should().BeEquivalentTo("pk_mt_event_progression", "pk_mt_events_stream_and_version", "pkey_mt_events_seq_id", "pkey_mt_streams_tenant_id_id");
    }

    private static string Columns(string table) => $"""
        select string_agg(attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end, ', ' order by attnum)
        from pg_attribute where attrelid = 'journeys.{table}'::regclass and attnum > 0 and not attisdropped
        """;
}
