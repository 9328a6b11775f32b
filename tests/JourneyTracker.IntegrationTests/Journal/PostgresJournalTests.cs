using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>The journal on PostgreSQL, append by append.</summary>
public class PostgresJournalTests(JournalHouse house) : JournalContract, IClassFixture<JournalHouse>
{
    protected override IJournal Journal => house.House.Journal;

    protected override Task<IReadOnlyList<RecordedFact>> OpenAsync(IReadOnlyList<RecordedFact> facts) => house.House.Sealing.OpenAsync(facts, default);

    protected override Task CloseHolesAsync() => house.House.HoleCloser.CloseAsync(default);

    protected override Task<AppendOutcome> RecordAsync(Append append) => Journal.AppendAsync(append, default);

    [PostgresFact]
    public async Task A_journey_is_marked_by_the_databases_clock_whatever_a_simulation_says()
    {
        var (journey, at) = (Samples.NewJourney(), new DateTimeOffset(2021, 5, 4, 12, 0, 0, TimeSpan.Zero));
        for (var i = 0; i < 2; i++)
            Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("a")) with { RecordedAt = at }) with { Partnership = JournalHouse.Simulated }));

        (await house.Database.SuperuserScalarAsync<bool>($"select timestamp > now() - interval '1 day' from journeys.mt_streams where id = '{journey}'")).Should().BeTrue();
    }

    [PostgresFact]
    public async Task An_id_that_another_program_gave_to_two_partnerships_is_a_journey_of_each()
    {
        var journey = Samples.NewJourney();
        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("a")))));
        await using var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await other.ExecuteAsync($"insert into journeys.mt_streams (tenant_id, id, version) values ('south', '{journey}', 0)");
        await other.CommitAsync();

        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("b"))))).Version.Should().Be(2);
        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("c"))) with { Partnership = JournalHouse.South })).Version.Should().Be(1);
    }

    [PostgresFact]
    public async Task After_waiting_for_another_writer_an_instant_is_not_before_the_one_it_wrote()
    {
        var (journey, at) = (Samples.NewJourney(), new DateTimeOffset(2021, 5, 4, 12, 0, 0, TimeSpan.Zero));
        Append dated() => Samples.Append(journey, Samples.New(Samples.Contact("a")) with { RecordedAt = at }) with { Partnership = JournalHouse.Simulated };
        Accepted(await RecordAsync(dated()));
        await using var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await other.AddLaterEventAsync(journey, at.AddDays(30));
        var recording = RecordAsync(dated());
        (await Task.WhenAny(recording, Task.Delay(300))).Should().NotBe(recording);
        await other.CommitAsync();

        Accepted(await recording);
        (await Journal.ReadAsync(JournalHouse.Simulated, journey, null, default)).Select(f => f.RecordedAt).Should().Equal(at, at.AddDays(30), at.AddDays(30));
    }
}

/// <summary>The same promises hold for what is loaded in bulk.</summary>
public class PostgresLoadTests(JournalHouse house) : PostgresJournalTests(house)
{
    protected override async Task<AppendOutcome> RecordAsync(Append append) => (await Journal.LoadAsync([append], default))[0];
}
