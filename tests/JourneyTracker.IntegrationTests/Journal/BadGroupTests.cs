using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Events;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>What happens to a group of appends when it cannot be written as one.</summary>
public sealed class BadGroupTests : IAsyncLifetime
{
    private const int Many = 600;
    private const int FewConnections = 25;
    private const string Connections = "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'journeys_writer'";
    private const string Waiting = "select exists (select from pg_stat_activity where datname = current_database() and application_name = 'journeys_writer' and wait_event_type = 'Lock')";
    private const string HeldNumbers = "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";

    private JournalHouse house = null!;

    [PostgresFact]
    public async Task One_value_that_cannot_be_kept_costs_the_others_neither_their_place_nor_a_connection_each()
    {
        var bad = Samples.Append(Samples.NewJourney(), Samples.New(new Contact("zero\0character") { HappenedOn = Samples.Day }));
        var recording = Enumerable.Range(0, Many).Select(i => i % 100 == 50 ? bad : Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"))))
            .Select(a => house.House.Journal.AppendAsync(a, default)).ToList();

        var outcomes = await Task.WhenAll(recording);

        outcomes.OfType<AppendOutcome.Accepted>().Should().HaveCount(Many - (Many / 100));
        (await house.Database.SuperuserScalarAsync<long>(Connections)).Should().BeLessThan(FewConnections);
    }

    [PostgresFact]
    public async Task Many_appends_that_wait_for_one_journey_do_not_take_a_connection_each()
    {
        var journey = Samples.NewJourney();
        await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(Samples.Contact("a"))), default);
        await using var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await other.ExecuteAsync($"select from journeys.mt_streams where id = '{journey}' for update");
        var recording = Task.WhenAll(Enumerable.Range(0, Many).Select(_ => house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(Samples.Contact("b"))), default)));
        while (!await house.Database.SuperuserScalarAsync<bool>(Waiting)) await Task.Delay(5);
        await other.CommitAsync();

        (await recording).Should().AllBeOfType<AppendOutcome.Accepted>();
        (await house.Database.SuperuserScalarAsync<long>(Connections)).Should().BeLessThan(FewConnections);
    }

    [PostgresFact]
    public async Task A_statement_that_dies_between_taking_and_giving_back_the_lock_on_the_numbers_does_not_keep_it()
    {
        await AsSuperuserAsync("revoke usage on sequence journeys.mt_events_sequence from journeys_writer");
        await this.Awaiting(_ => house.House.Journal.AppendAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"))), default)).Should().ThrowAsync<PostgresException>();

        (await house.Database.SuperuserScalarAsync<long>(HeldNumbers)).Should().Be(0);
        await AsSuperuserAsync("grant usage on sequence journeys.mt_events_sequence to journeys_writer");
        (await house.House.Journal.AppendAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"))), default)).Should().BeOfType<AppendOutcome.Accepted>();
    }

    [PostgresFact]
    public async Task After_an_append_that_came_too_early_the_later_ones_of_its_journey_are_not_tried()
    {
        var (journey, other) = (Samples.NewJourney(), Samples.NewJourney());
        await using var holder = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await holder.ExecuteAsync("""
            insert into journeys.source_reference (partnership, system, reference_hash, fact, journey, position, content_hmac)
            values ('north', 'agency', '\x00000000000000000000000000000007', gen_random_uuid(), gen_random_uuid(), 0, '\x00')
            """);
        byte[] taken = [.. new byte[15], 7];

        var outcomes = await new LoneAppender(house.House.Sources.Writer, new ArrayWriter()).AppendAsync(
            AppendGroup.Of([Ready(journey, taken), Ready(journey, null), Ready(other, null)]), default);

        outcomes.Select(o => (o as AppendOutcome.Refused)?.Why.Rule).Should().Equal(Rule.Busy, Rule.Busy, null);
        (await house.House.Journal.ReadAsync(JournalHouse.North, journey, null, default)).Should().BeEmpty("the order of a journey is kept");
    }

    private static PreparedAppend Ready(JourneyId journey, byte[]? reference) => new(
        JournalHouse.North, journey, null,
        [new(new FactId(Guid.CreateVersion7()), "contact.v1", """{"happenedOn":"2026-03-09","type":"a"}"""u8.ToArray(), "{}", null, reference is null ? null : "agency", reference, reference, null)],
        null);

    private async Task AsSuperuserAsync(string sql)
    {
        await using var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await other.ExecuteAsync(sql);
        await other.CommitAsync();
    }

    public async Task InitializeAsync() => house = await JournalHouse.CreateAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();
}
