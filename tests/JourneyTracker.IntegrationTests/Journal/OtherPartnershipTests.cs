using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Folding;
using JourneyTracker.Journal.Administration;
using JourneyTracker.Journal.Folding;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>With every check of the program left out, the database itself keeps another partnership's rows back: in every table that names one, as its catalogue lists them.</summary>
public sealed class OtherPartnershipTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly DateOnly Today = LondonDay.Of(DateTimeOffset.UtcNow);

    [PostgresFact]
    public async Task No_role_of_a_program_that_acts_for_one_partnership_reaches_a_row_of_another()
    {
        await FillAsync();
        var tables = await TablesAsync();
        tables.Select(t => t.Name).Should().Contain(["mt_events", "access_log", "access_marked", "identity_vault", "merged_journey", "board_feed", "partnership"]);
        var empty = new List<string>();
        foreach (var (table, key) in tables)
        {
            var there = await house.Database.SuperuserScalarAsync<long>($"select count(*) from journeys.{table} where {key} = 'north'");
            if (there == 0) empty.Add(table);
            foreach (var (role, source) in Roles)
            {
                foreach (var acting in new[] { "south", "", null })
                {
                    (await ReachedAsync(source, acting, $"select count(*) from journeys.{table} where {key} = 'north'")).Should().Be(0, $"{role} for {acting ?? "nobody"} reads {table}");
                    (await ReachedAsync(source, acting, $"with gone as (delete from journeys.{table} where {key} = 'north' returning 1) select count(*) from gone")).Should().Be(0, $"{role} for {acting ?? "nobody"} deletes from {table}");
                    (await ReachedAsync(source, acting, $"with changed as (update journeys.{table} set {key} = 'south' where {key} = 'north' returning 1) select count(*) from changed")).Should().Be(0, $"{role} for {acting ?? "nobody"} takes rows of {table}");
                }
            }

            (await house.Database.SuperuserScalarAsync<long>($"select count(*) from journeys.{table} where {key} = 'north'")).Should().Be(there, table);
        }

        empty.Should().BeEmpty("a table without rows of north shows nothing: fill it in FillAsync");
    }

    [PostgresFact]
    public async Task A_door_whose_caller_is_believed_to_be_of_another_partnership_finds_nothing_of_hers()
    {
        var journey = await FillAsync();
        // As if sign-in had said so, and nobody had asked further: the journal is asked for her by name, in the other partnership's name.
        (await house.House.Journal.ReadAsync(JournalHouse.South, journey, long.MaxValue, default)).Should().BeEmpty();
        (await house.House.Vault.GetAsync(JournalHouse.South, journey, default)).Should().BeNull();
        (await house.House.Journal.ReadAsync(JournalHouse.North, journey, long.MaxValue, default)).Should().NotBeEmpty();
    }

    private IEnumerable<(string Role, NpgsqlDataSource Source)> Roles => [("writer", house.House.Sources.Writer), ("reader", house.House.Sources.Reader), ("owner", house.House.Sources.Owner)];

    /// <summary>Every table, and partition of one, that says of which partnership its rows are.</summary>
    private async Task<IReadOnlyList<(string Name, string Key)>> TablesAsync()
    {
        var named = await house.Database.SuperuserScalarAsync<string[]>("""
            select array_agg(c.relname || ' ' || a.attname order by c.relname) from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'journeys'::regnamespace and c.relkind in ('r', 'p') and (a.attname in ('partnership', 'tenant_id') or (c.relname = 'partnership' and a.attname = 'name'))
            """);
        return [.. named.Select(n => n.Split(' ')).Select(n => (n[0], n[1]))];
    }

    /// <summary>How many rows it reached; none when the database refuses it.</summary>
    private static async Task<long> ReachedAsync(NpgsqlDataSource source, string? partnership, string sql)
    {
        await using var batch = source.CreateBatch();
        if (partnership is not null) batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('journeys.partnership', $1, true)") { Parameters = { new() { Value = partnership } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        try
        {
            await using var rows = await batch.ExecuteReaderAsync();
            if (partnership is not null) await rows.NextResultAsync();
            return await rows.ReadAsync() ? rows.GetInt64(0) : 0;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or "23001")
        {
            return 0;
        }
    }

    /// <summary>Rows of north in every table that names a partnership.</summary>
    private async Task<JourneyId> FillAsync()
    {
        var keys = await house.House.Vault.FindOrOpenAsync(JournalHouse.North, [new("agency", Samples.Unique("person")), new("agency", Samples.Unique("other")), new("agency", Samples.Unique("erased"))], default);
        foreach (var (key, at) in keys.Select((k, i) => (k, i)))
        {
            NewFact[] facts =
            [
                Samples.New(new JourneyOpened(OpenedBy.Hand, "E23000007") { HappenedOn = Today.AddDays(-50) }, Samples.Unique("r")),
                Samples.New(new Arrested { HappenedOn = Today.AddDays(-40) }),
                // Released from where she was never received: a finding.
                Samples.New(new Released(ReleaseKind.OnLicence, Today.AddDays(100)) { HappenedOn = Today.AddDays(-30) }),
                Samples.New(new PersonBarred(Protected.Of(new BarredPerson("somebody", BarGround.Relative))) { HappenedOn = Today }),
            ];
            await house.House.Journal.AppendAsync(Samples.Append(key, facts), default);
            await house.House.Vault.PutAsync(JournalHouse.North, key, new PersonIdentity($"Zenobia {at}"), default);
        }

        var caller = new Caller("someone", "Agency", "POLICE", Role.Coordinator, JournalHouse.North);
        var merging = new JourneyTracker.Journal.Doors.MergingDoor(house.House.Journal, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);
        await merging.MergeAsync(caller, keys[0], keys[1], MergeReason.SheSaidSo, null, "test", default);
        await Poison.AddAsync(house, keys[2], "not-a-fact.v9");
        await house.House.Vault.EraseAsync(JournalHouse.North, keys[2], default);
        var administrator = caller with { Role = Role.Administrator };
        await house.House.People.SeenAsync(administrator, DateTimeOffset.UtcNow, default);
        await new AdministrationDoor(house.House, TimeProvider.System).AddAsync(administrator, new AgreementTerms(["One", "Two"], "p", "l", "c", "d", Today, Today.AddDays(1)), "test", default);
        var run = await house.House.Imports.BeginAsync(caller, "test", "rows.csv", "a mapping", "{}", default);
        await house.House.Imports.KeepRejectsAsync(JournalHouse.North, run, [1], default);
        // The folding node makes a mark only after many facts; what somebody is needed for is marked on a page.
        await using (var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString))
        {
            await other.ExecuteAsync("insert into journeys.position_mark (partnership, after_position, last_position, latest) values ('north', 0, 1, now()) on conflict do nothing");
            await other.ExecuteAsync("insert into journeys.prompt_mark (partnership, journey, what, mark, person, agency, marked_at) values ('north', gen_random_uuid(), 'p1.sealed', 'done', 'someone', 'Agency', now())");
            await other.ExecuteAsync("insert into journeys.board_look values ('north', 'someone', 'Agency', 1, '', now(), 1, '', now()) on conflict do nothing");
            await other.ExecuteAsync("insert into journeys.board_view (partnership, person, agency, name, query) values ('north', 'someone', 'Agency', 'mine', 'stage=remanded') on conflict do nothing");
            await other.ExecuteAsync("insert into journeys.draft (id, partnership, person, agency, journey, kind, sealed, saved_at) values (gen_random_uuid(), 'north', 'someone', 'Agency', gen_random_uuid(), 'contact.v1', 'p1.sealed', now())");
            await other.ExecuteAsync("insert into journeys.gone_well_asked values ('north', gen_random_uuid(), 'someone', 'Agency', now())");
            await other.ExecuteAsync("insert into journeys.registered_question (partnership, name, version, kind, hash, text, person, agency, position) values ('north', 'released', 1, 'cohort', 'a', 'b', 'someone', 'Agency', 0) on conflict do nothing");
            await other.CommitAsync();
        }

        await new FoldingNode(house.House, TimeProvider.System, NullLogger<FoldingNode>.Instance).CatchUpAsync(null, CancellationToken.None);
        return keys[0];
    }
}
