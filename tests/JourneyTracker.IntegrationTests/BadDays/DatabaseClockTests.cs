using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using Npgsql;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>The database's clock is set back by an hour.</summary>
[Collection(BadDay.Collection)]
public sealed class DatabaseClockTests : IAsyncLifetime
{
    /// <summary>The functions that record find this clock before the server's own.</summary>
    private const string SettableClock = """
        create schema odd;
        create table odd.shift (by interval);
        insert into odd.shift values ('0');
        create function odd.clock_timestamp() returns timestamptz language sql volatile as 'select pg_catalog.clock_timestamp() + by from odd.shift';
        grant usage on schema odd to public;
        grant select on odd.shift to public;
        do $$
        declare f regprocedure;
        begin
          for f in select oid::regprocedure from pg_proc where pronamespace = 'journeys'::regnamespace and prosrc like '%clock_timestamp()%' loop
            execute format('alter function %s set search_path = odd, pg_catalog', f);
          end loop;
        end $$
        """;

    private JournalHouse house = null!;

    [PostgresFact]
    public async Task RecordedAt_never_goes_back_within_a_journey_and_positions_go_on()
    {
        var journey = Samples.NewJourney();
        await RecordAsync(journey);
        await SetBackAsync();
        await RecordAsync(journey);
        await LoadAsync(journey);
        await RecordAsync(journey);

        var facts = await house.House.Journal.ReadAsync(JournalHouse.North, journey, null, default);
        facts.Select(f => f.RecordedAt).Should().BeInAscendingOrder();
        facts.Select(f => f.Position).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        facts.Select(f => f.Version).Should().Equal(1, 2, 3, 4);
    }

    [PostgresFact]
    public async Task Known_at_answers_are_beginnings_of_the_journal_and_never_tell_what_was_recorded_later()
    {
        for (var i = 0; i < 5; i++) await RecordAsync(Samples.NewJourney());
        await SetBackAsync();
        for (var i = 0; i < 5; i++) await RecordAsync(Samples.NewJourney());

        var facts = new List<RecordedFact>();
        await foreach (var fact in house.House.Journal.ReadAllAsync(0, default)) facts.Add(fact);
        facts.Should().HaveCount(11);
        long before = 0;
        foreach (var instant in facts.Select(f => f.RecordedAt).Order())
        {
            var position = await house.House.Journal.PositionAtAsync(JournalHouse.North, instant, default);
            facts.Where(f => f.Position <= position).Should().NotContain(f => f.RecordedAt > instant, "nothing learnt later is told");
            position.Should().BeGreaterThanOrEqualTo(before, "a later instant knows no less");
            before = position;
        }
    }

    private async Task SetBackAsync()
    {
        await SuperuserAsync("update odd.shift set by = '-1 hour'");
        // That it was set back is seen by who is not held to a journey's order.
        var lone = Samples.NewJourney();
        await RecordAsync(lone);
        var fact = (await house.House.Journal.ReadAsync(JournalHouse.North, lone, null, default))[0];
        fact.RecordedAt.Should().BeBefore(DateTimeOffset.UtcNow.AddMinutes(-50));
    }

    private async Task RecordAsync(JourneyId journey) =>
        (await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(Samples.Contact("a"))), default)).Should().BeOfType<AppendOutcome.Accepted>();

    private async Task LoadAsync(JourneyId journey) =>
        (await house.House.Journal.LoadAsync([Samples.Append(journey, Samples.New(Samples.Contact("b")))], default)).Should().AllBeOfType<AppendOutcome.Accepted>();

    private async Task SuperuserAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(house.Database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task InitializeAsync()
    {
        house = await JournalHouse.CreateAsync();
        await SuperuserAsync(SettableClock);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();
}
