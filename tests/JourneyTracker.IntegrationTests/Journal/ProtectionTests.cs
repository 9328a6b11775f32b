using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>What the database itself refuses, whoever asks.</summary>
public sealed class ProtectionTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly string[] TablesOfAPartnership =
        ["mt_streams", "mt_events", "partnership", "source_reference", "person_key", "identity_vault", "access_log"];

    [PostgresTheory]
    [InlineData("update journeys.mt_events set data = '{}'")]
    [InlineData("delete from journeys.mt_events")]
    [InlineData("truncate journeys.mt_events")]
    [InlineData("set session_replication_role = replica; delete from journeys.mt_events")]
    [InlineData("delete from journeys.mt_streams where false")]
    [InlineData("truncate journeys.mt_streams cascade")]
    [InlineData("update journeys.access_log set why = 'other'")]
    [InlineData("delete from journeys.access_log")]
    [InlineData("truncate journeys.access_log")]
    [InlineData("delete from journeys.source_reference")]
    [InlineData("update journeys.sharing_agreement set purpose = 'other'")]
    [InlineData("delete from journeys.sharing_agreement")]
    [InlineData("truncate journeys.sharing_agreement")]
    public async Task What_was_recorded_can_not_be_changed_even_by_a_superuser(string sql)
    {
        await using var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        (await other.Invoking(o => o.ExecuteAsync(sql)).Should().ThrowAsync<PostgresException>()).Which.MessageText.Should().Contain("never changed");
    }

    [PostgresFact]
    public async Task Every_table_that_names_a_partnership_has_its_rows_guarded_by_force()
    {
        var guarded = await house.Database.SuperuserScalarAsync<string[]>("""
            select array_agg(c.relname::text) from pg_class c
            where c.relnamespace = 'journeys'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity
            """);
        var naming = await house.Database.SuperuserScalarAsync<string[]>("""
            select array_agg(distinct c.relname::text) from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'journeys'::regnamespace and c.relkind in ('r', 'p') and a.attname in ('partnership', 'tenant_id')
            """);

        guarded.Should().Contain(TablesOfAPartnership).And.Contain(naming);
    }

    [PostgresFact]
    public async Task No_role_is_a_superuser_or_passes_row_level_security_and_the_owner_owns_the_tables()
    {
        (await house.Database.SuperuserScalarAsync<long>("select count(*) from pg_roles where rolname in ('journeys_owner', 'journeys_writer', 'journeys_folder', 'journeys_reader') and (rolsuper or rolbypassrls or rolcanlogin)")).Should().Be(0);
        (await house.Database.SuperuserScalarAsync<string[]>("select array_agg(distinct tableowner::text) from pg_tables where schemaname = 'journeys'")).Should().Equal("journeys_owner");
    }

    [PostgresFact]
    public async Task A_connection_stays_in_its_role_when_it_is_used_again()
    {
        foreach (var (source, role) in new[] { (house.House.Sources.Writer, "journeys_writer"), (house.House.Sources.Folder, "journeys_folder"), (house.House.Sources.Reader, "journeys_reader") })
        {
            for (var use = 0; use < 3; use++)
            {
                await using var command = source.CreateCommand("select current_user::text");
                (await command.ExecuteScalarAsync()).Should().Be(role);
            }
        }
    }

    [PostgresFact]
    public async Task Writer_and_reader_see_nothing_of_another_partnership_and_nothing_at_all_without_one()
    {
        await FillAsync();
        foreach (var table in TablesOfAPartnership)
        {
            (await CountAsync(house.House.Sources.Writer, table, "north")).Should().BePositive(table);
            (await CountAsync(house.House.Sources.Writer, table, "south")).Should().Be(table == "partnership" ? 1 : 0, table);
            (await CountAsync(house.House.Sources.Writer, table, null)).Should().Be(0, table);
            (await CountAsync(house.House.Sources.Owner, table, "north")).Should().Be(0, "the owner too has no rows to see");
        }

        foreach (var table in new[] { "mt_streams", "mt_events", "identity_vault", "access_log" })
        {
            (await CountAsync(house.House.Sources.Reader, table, "north")).Should().BePositive(table);
            (await CountAsync(house.House.Sources.Reader, table, "south")).Should().Be(0, table);
            (await CountAsync(house.House.Sources.Reader, table, null)).Should().Be(0, table);
        }

        (await CountAsync(house.House.Sources.Folder, "mt_events", null)).Should().BePositive("the folder follows the whole log");
    }

    [PostgresFact]
    public async Task The_writer_can_not_write_for_another_partnership()
    {
        foreach (var sql in new[]
        {
            "insert into journeys.mt_streams (tenant_id, id, version) values ('north', gen_random_uuid(), 0)",
            "insert into journeys.partnership (name, title) values ('west', 'West')",
            "insert into journeys.access_log (at, partnership, person, agency, agency_type, role, operation, door) values (now(), 'north', 'a', 'a', 'a', 'a', 'a', 'a')",
        })
        {
            await using var batch = house.House.Sources.Writer.CreateBatch();
            batch.BatchCommands.Add(Scope.To(JournalHouse.South));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
            (await batch.Awaiting(b => b.ExecuteNonQueryAsync()).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }

    [PostgresTheory]
    [InlineData("update journeys.mt_streams set id = gen_random_uuid()")]
    [InlineData("update journeys.mt_streams set created = now()")]
    [InlineData("update journeys.mt_streams set tenant_id = tenant_id")]
    [InlineData("select journeys.journeys_elsewhere('south', '{}')")]
    public async Task The_writer_can_not_rename_a_journey_or_ask_in_another_partnerships_name(string sql)
    {
        await using var batch = house.House.Sources.Writer.CreateBatch();
        batch.BatchCommands.Add(Scope.To(JournalHouse.North));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        (await batch.Awaiting(b => b.ExecuteNonQueryAsync()).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    [PostgresFact]
    public async Task Two_partnerships_may_announce_the_same_step_of_the_same_id()
    {
        await using var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await other.Awaiting(o => o.ExecuteAsync("""
            insert into journeys.board_feed (position, partnership, journey, kind, from_stage, to_stage, day)
            select n, p, '0199aaaa-0000-7000-8000-000000000001', 'day-roll', 'a', 'b', '2026-03-01' from unnest(array['north', 'south']) with ordinality as t (p, n)
            """)).Should().NotThrowAsync();
    }

    private async Task FillAsync()
    {
        var keys = await house.House.Vault.FindOrOpenAsync(JournalHouse.North, [new("agency", Samples.Unique("person"))], default);
        await house.House.Journal.AppendAsync(Samples.Append(keys[0], Samples.New(Samples.Contact("a"), Samples.Unique("r"))), default);
        var caller = new Caller("someone", "Agency", "POLICE", Role.Coordinator, JournalHouse.North);
        await house.House.AccessLog.WriteAsync([new(DateTimeOffset.UtcNow, caller, AccessOperation.Consultation, keys[0], "test", Why: "because")], default);
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string table, string? partnership)
    {
        await using var batch = source.CreateBatch();
        if (partnership is not null) batch.BatchCommands.Add(Scope.To(new(partnership)));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select count(*) from journeys.{table}"));
        await using var rows = await batch.ExecuteReaderAsync();
        if (partnership is not null) await rows.NextResultAsync();
        await rows.ReadAsync();
        return rows.GetInt64(0);
    }
}
