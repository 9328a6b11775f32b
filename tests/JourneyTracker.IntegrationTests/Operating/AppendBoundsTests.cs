using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Events;
using JourneyTracker.Journal.Partnerships;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Operating;

/// <summary>A journal that cannot keep up says so; what it acknowledged is there, and what it turned away is not.</summary>
public sealed class AppendBoundsTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    [PostgresFact]
    public async Task More_than_may_wait_are_turned_away_at_once_and_the_others_are_recorded()
    {
        await using var keys = KeysOf(out var preparation);
        await using var bell = new Bell(house.House.Sources);
        await using var journal = new PostgresJournal(house.House.Sources, preparation, bell, new AppendBounds(20, TimeSpan.FromMinutes(1)));
        Task<AppendOutcome>[] asked;
        var journeys = Enumerable.Range(0, 50).Select(_ => Samples.NewJourney()).ToArray();
        await using (await LockedAsync())
        {
            asked = [.. journeys.Select(j => journal.AppendAsync(Samples.Append(j, Samples.New(Samples.Contact("visit"))), CancellationToken.None))];
            var ended = 0;
            await foreach (var first in Task.WhenEach(asked).WithCancellation(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token))
            {
                IsBusy(await first).Should().BeTrue();
                if (++ended == 30) break;
            }

            asked.Count(t => !t.IsCompleted).Should().Be(20);
        }

        var outcomes = await Task.WhenAll(asked);
        outcomes.Count(o => o is AppendOutcome.Accepted).Should().Be(20);
        for (var i = 0; i < journeys.Length; i++) (await CountAsync(journeys[i])).Should().Be(outcomes[i] is AppendOutcome.Accepted ? 1 : 0);
    }

    [PostgresFact]
    public async Task What_waited_too_long_is_turned_away_and_never_recorded_later()
    {
        await using var keys = KeysOf(out var preparation);
        await using var bell = new Bell(house.House.Sources);
        var journeys = Enumerable.Range(0, 40).Select(_ => Samples.NewJourney()).ToArray();
        AppendOutcome[] outcomes;
        await using (var journal = new PostgresJournal(house.House.Sources, preparation, bell, new AppendBounds(100, TimeSpan.FromMilliseconds(300))))
        {
            Task<AppendOutcome>[] asked;
            await using (await LockedAsync())
            {
                // Journeys one after the other, so that several groups are set aside and more wait than are tried.
                var all = new List<Task<AppendOutcome>>();
                foreach (var journey in journeys)
                {
                    all.Add(journal.AppendAsync(Samples.Append(journey, Samples.New(Samples.Contact("visit"))), CancellationToken.None));
                    await Task.Delay(60);
                }

                asked = [.. all];
                (await Task.WhenAny(asked).WaitAsync(TimeSpan.FromSeconds(30))).Should().NotBeNull();
            }

            outcomes = await Task.WhenAll(asked);
        }

        outcomes.Should().Contain(o => IsBusy(o)).And.OnlyContain(o => o is AppendOutcome.Accepted || IsBusy(o));
        for (var i = 0; i < journeys.Length; i++) (await CountAsync(journeys[i])).Should().Be(outcomes[i] is AppendOutcome.Accepted ? 1 : 0);
    }

    [PostgresFact]
    public async Task An_answer_that_comes_just_as_the_wait_ends_is_given()
    {
        await using var keys = KeysOf(out var preparation);
        await using var bell = new Bell(house.House.Sources);
        var journeys = Enumerable.Range(0, 20).Select(_ => Samples.NewJourney()).ToArray();
        AppendOutcome[] outcomes;
        await using (var journal = new PostgresJournal(house.House.Sources, preparation, bell, new AppendBounds(10_000, TimeSpan.FromMilliseconds(3))))
            outcomes = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => journal.AppendAsync(Samples.Append(journeys[i % journeys.Length], Samples.New(Samples.Contact("visit"))), CancellationToken.None)));

        outcomes.Should().Contain(o => IsBusy(o)).And.OnlyContain(o => o is AppendOutcome.Accepted || IsBusy(o));
        (await Task.WhenAll(journeys.Select(CountAsync))).Sum().Should().Be(outcomes.Count(o => o is AppendOutcome.Accepted));
    }

    private static bool IsBusy(AppendOutcome outcome) => outcome is AppendOutcome.Refused { Why.Rule: Rule.Busy };

    private JourneyKeys KeysOf(out Preparation preparation)
    {
        var file = MasterKeyFile.In(house.SecretsFolder);
        var keys = new JourneyKeys(house.Keys.ConnectionString, MasterKey.Parse(File.ReadAllBytes(file.Path))!, file, TimeProvider.System);
        preparation = new Preparation(new PartnershipRegister(house.House.Sources), keys, house.House.Hashes);
        return keys;
    }

    /// <summary>Nobody can record until it is disposed.</summary>
    private async Task<NpgsqlConnection> LockedAsync()
    {
        var connection = new NpgsqlConnection(house.Database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("begin; lock table journeys.mt_streams in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<int> CountAsync(JourneyId journey) =>
        (await house.House.Journal.ReadAsync(JournalHouse.North, journey, null, CancellationToken.None)).Count;
}
