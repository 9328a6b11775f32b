using System.Diagnostics;
using System.Globalization;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using Npgsql;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Every way in which a number can be missing. No reader passes it without a row, and how long it waits is printed.</summary>
[Collection(BadDay.Collection)]
public sealed class HoleMatrixTests(HoleHouse house, ITestOutputHelper output) : IClassFixture<HoleHouse>
{
    private const int Writers = 16;

    private static int Rounds => BadDay.Full ? 200 : 20;

    private static TimeSpan Span => TimeSpan.FromSeconds(BadDay.Full ? 60 : 3);

    [PostgresFact]
    public async Task One_that_draws_sleeps_and_commits_late_is_waited_for()
    {
        var waits = await house.MeasureAsync(Rounds, CommitAsync, before: TimeSpan.FromMilliseconds(30));
        await ReportAsync("commits late", waits);
    }

    [PostgresFact]
    public async Task One_that_rolls_back_leaves_a_tombstone()
    {
        var waits = await house.MeasureAsync(Rounds, (other, _) => other.DisposeAsync().AsTask());
        await ReportAsync("rolls back", waits);
    }

    [PostgresFact]
    public async Task An_unrelated_open_write_transaction_holds_nobody_up()
    {
        await using var unrelated = await house.TransactionAsync();
        await unrelated.ExecuteAsync("create table public.unrelated (n int); insert into public.unrelated values (1)");
        var waits = await house.MeasureAsync(Rounds, (other, _) => other.DisposeAsync().AsTask());
        await ReportAsync("rolls back beside an unrelated open write", waits);
    }

    [PostgresFact]
    public async Task One_that_drew_its_number_in_an_earlier_transaction_is_refused_and_may_draw_again()
    {
        var late = new List<long>();
        var waits = await house.MeasureAsync(Rounds, async (other, number) =>
        {
            late.Add(number);
            await other.CommitAsync();
        });
        foreach (var number in late)
        {
            await using var again = await house.TransactionAsync();
            var refused = (await again.Invoking(a => a.InsertEventAsync(number)).Should().ThrowAsync<PostgresException>()).Which;
            (refused.SqlState, refused.ConstraintName).Should().Be((PostgresErrorCodes.UniqueViolation, "pkey_mt_events_seq_id"));
        }

        await using (var other = await house.TransactionAsync())
        {
            var number = await other.ScalarAsync<long>(HoleHouse.Draw);
            await other.InsertEventAsync(number);
            await other.CommitAsync();
            await house.Reader.WhenSeenAsync(number);
        }

        await ReportAsync("drew in an earlier transaction", waits);
    }

    [PostgresTheory]
    [InlineData("commit")]
    [InlineData("rollback")]
    public async Task A_prepared_transaction_is_waited_for_though_no_session_holds_it(string how)
    {
        // Such a transaction may notify nobody: when it commits, only the tail's own second look finds its row.
        var (waits, rounds) = (new Waits(), how == "commit" ? Rounds / 10 : Rounds);
        for (var round = 0; round < rounds; round++)
        {
            var name = $"prepared-{how}-{round}";
            long number;
            await using (var other = await house.TransactionAsync())
            {
                number = await other.ScalarAsync<long>(HoleHouse.Draw);
                if (how == "commit") await other.InsertEventAsync(number, tell: false);
                await other.ExecuteAsync($"prepare transaction '{name}'");
            }

            var behind = await house.RecordAsync();
            await Task.Delay(20);
            house.Reader.SeenAt(behind).Should().BeNull("the prepared transaction may still fill the number before it");
            await house.House.TellAsync($"{how} prepared '{name}'");
            var ended = Stopwatch.GetTimestamp();
            waits.Add(Stopwatch.GetElapsedTime(ended, await house.Reader.WhenSeenAsync(behind)));
            house.Reader.Positions.Contains(number).Should().Be(how == "commit");
        }

        await ReportAsync($"prepared, then {how}", waits);
    }

    [PostgresFact]
    public async Task Sixteen_writers_with_random_rollbacks_lose_nothing()
    {
        var (waits, own, rolledBack) = (new Waits(), new Waits(), 0);
        using var over = new CancellationTokenSource(Span);
        var writers = Enumerable.Range(0, Writers).Select(w => WriteAsync(new Random(BadDay.Seed + w)));
        var ours = RecordAsync();
        await Task.WhenAll([.. writers, ours]);
        await ReportAsync($"{Writers} writers for {Span.TotalSeconds:0} s, {rolledBack:N0} rollbacks, seed {BadDay.Seed}", waits);
        await ReportAsync("our own appends beside them", own);

        async Task WriteAsync(Random random)
        {
            while (!over.IsCancellationRequested)
            {
                long number;
                await using (var other = await house.TransactionAsync())
                {
                    number = await other.ScalarAsync<long>(HoleHouse.Draw);
                    await Task.Delay(random.Next(0, 10));
                    if (random.Next(2) == 0)
                    {
                        Interlocked.Increment(ref rolledBack);
                        continue;
                    }

                    await CommitAsync(other, number);
                }

                var committed = Stopwatch.GetTimestamp();
                waits.Add(Stopwatch.GetElapsedTime(committed, await house.Reader.WhenSeenAsync(number)));
                await Task.Delay(random.Next(0, 40));
            }
        }

        async Task RecordAsync()
        {
            while (!over.IsCancellationRequested)
            {
                var position = await house.RecordAsync();
                var acknowledged = Stopwatch.GetTimestamp();
                own.Add(Stopwatch.GetElapsedTime(acknowledged, await house.Reader.WhenSeenAsync(position)));
            }
        }
    }

    private static async Task CommitAsync(OtherWriter other, long number)
    {
        await other.InsertEventAsync(number);
        await other.CommitAsync();
    }

    private async Task ReportAsync(string what, Waits waits)
    {
        BadDay.Report(output, string.Create(CultureInfo.InvariantCulture, $"hole matrix: {what}: {waits}"));
        await house.CheckAsync();
    }
}
