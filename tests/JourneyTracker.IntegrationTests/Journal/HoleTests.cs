using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Events;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Journal;

public sealed class HoleTests : IAsyncLifetime
{
    private const string Draw = "select nextval('journeys.mt_events_sequence')";
    private const string HasAskedWhoHolds = """
        select exists (select from pg_stat_activity where datname = current_database() and application_name = 'journeys_folder'
          and state = 'idle' and query like '%virtualtransaction%')
        """;

    private JournalHouse house = null!;

    [PostgresFact]
    public async Task The_tail_waits_at_a_hole_until_the_row_stands_there()
    {
        await using var slow = await TransactionAsync();
        var number = await slow.ScalarAsync<long>(Draw);
        await RecordAsync();
        await using var tail = house.House.Journal.TailAsync(0, default).GetAsyncEnumerator();
        var next = tail.MoveNextAsync().AsTask();

        (await Task.WhenAny(next, house.House.HoleCloser.CloseAsync(default), Task.Delay(300))).Should().NotBe(next);
        (await house.House.Journal.PositionAsync(default)).Should().Be(number - 1);

        await slow.InsertEventAsync(number);
        await slow.CommitAsync();
        (await next.WaitAsync(TimeSpan.FromSeconds(10))).Should().BeTrue();
        tail.Current[0].Position.Should().Be(number);
        tail.Current[0].Unreadable.Should().NotBeNull("nobody here knows that kind of fact, and it is not skipped");
        (await TombstonesAsync()).Should().Be(0);
    }

    [PostgresFact]
    public async Task A_rolled_back_number_gets_a_tombstone_though_an_unrelated_transaction_is_open()
    {
        await using var unrelated = await TransactionAsync();
        await unrelated.ExecuteAsync("create table public.unrelated (n int); insert into public.unrelated values (1)");
        await using (var lost = await TransactionAsync()) await lost.ScalarAsync<long>(Draw);
        var last = await RecordAsync();

        (await house.House.HoleCloser.CloseAsync(default)).Should().Be(1);

        (await house.House.Journal.PositionAsync(default)).Should().Be(last);
        var seen = new List<RecordedFact>();
        await foreach (var fact in house.House.Journal.ReadAllAsync(0, default)) seen.Add(fact);
        seen.Should().ContainSingle("the tombstone is known and passed").Which.Position.Should().Be(last);
    }

    [PostgresFact]
    public async Task Running_beside_the_tail_the_closer_lets_it_go_on()
    {
        using var stop = new CancellationTokenSource();
        var closing = house.House.HoleCloser.RunAsync(stop.Token);
        await using var tail = house.House.Journal.TailAsync(0, default).GetAsyncEnumerator();
        for (var round = 0; round < 5; round++)
        {
            await using (var lost = await TransactionAsync()) await lost.ScalarAsync<long>(Draw);
            var next = tail.MoveNextAsync().AsTask();
            var last = await RecordAsync();
            (await next.WaitAsync(TimeSpan.FromSeconds(10))).Should().BeTrue();
            tail.Current.Should().ContainSingle().Which.Position.Should().Be(last);
        }

        await stop.CancelAsync();
        await closing.Awaiting(c => c).Should().ThrowAsync<OperationCanceledException>();
    }

    [PostgresFact]
    public async Task A_writer_that_drew_its_number_in_an_earlier_transaction_is_refused_not_lost()
    {
        await using var rich = await TransactionAsync();
        var number = await rich.ScalarAsync<long>(Draw);
        await rich.CommitAsync();
        await RecordAsync();
        (await house.House.HoleCloser.CloseAsync(default)).Should().Be(1);

        await using var later = await TransactionAsync();
        (await later.Invoking(t => t.InsertEventAsync(number)).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.UniqueViolation);
    }

    [PostgresFact]
    public async Task The_closer_waits_for_whoever_may_still_fill_the_hole_and_for_nobody_else()
    {
        await using var slow = await TransactionAsync();
        var number = await slow.ScalarAsync<long>(Draw);
        await RecordAsync();
        var closing = house.House.HoleCloser.CloseAsync(default);
        while (!await house.Database.SuperuserScalarAsync<bool>(HasAskedWhoHolds)) await Task.Delay(5);
        await using var later = await TransactionAsync();
        await later.ScalarAsync<long>(Draw);

        (await Task.WhenAny(closing, Task.Delay(200))).Should().NotBe(closing);
        await slow.DisposeAsync();

        (await closing.WaitAsync(TimeSpan.FromSeconds(10))).Should().Be(1, $"only {number} is dead; the later number's holder is still there and stands above");
    }

    [PostgresFact]
    public async Task Numbers_that_were_never_drawn_are_not_buried_when_somebody_makes_one_up()
    {
        await RecordAsync();
        await using (var lost = await TransactionAsync()) await lost.ScalarAsync<long>(Draw);
        var last = await RecordAsync();
        await using (var inventor = await TransactionAsync())
        {
            await inventor.InsertEventAsync(3_000);
            await inventor.CommitAsync();
        }

        (await house.House.HoleCloser.CloseAsync(default)).Should().Be(1);
        (await house.House.Journal.PositionAsync(default)).Should().Be(last);
        (await TombstonesAsync()).Should().Be(1);
    }

    [PostgresFact]
    public async Task A_number_that_is_taken_already_is_an_error_that_names_the_sequence()
    {
        var last = await RecordAsync();
        await using (var inventor = await TransactionAsync())
        {
            await inventor.InsertEventAsync(last + 1);
            await inventor.CommitAsync();
        }

        (await this.Awaiting(t => t.RecordAsync()).Should().ThrowAsync<BrokenSequenceException>()).Which.Message.Should().Contain("mt_events_sequence");
    }

    private async Task<long> RecordAsync()
    {
        var outcome = await house.House.Journal.AppendAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"))), default);
        return ((AppendOutcome.Accepted)outcome).Facts[0].Position;
    }

    private Task<long> TombstonesAsync() => house.Database.SuperuserScalarAsync<long>("select count(*) from journeys.mt_events where type = 'tombstone'");

    private async Task<OtherWriter> TransactionAsync() => await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);

    public async Task InitializeAsync() => house = await JournalHouse.CreateAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();
}
