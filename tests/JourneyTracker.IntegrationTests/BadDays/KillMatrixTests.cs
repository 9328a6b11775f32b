using System.Diagnostics;
using System.Globalization;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Folding;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Folding.Rebuild;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Somebody is killed (-9) at a random moment under load, again and again.</summary>
[Collection(BadDay.Collection)]
public sealed class KillMatrixTests(ITestOutputHelper output)
{
    private enum Victim
    {
        Server,
        Importer,
        FoldingNode,
        Postmaster,
        Backend,
    }

    [PostgresFact]
    public async Task Whoever_is_killed_nothing_acknowledged_is_lost_and_nothing_stands_twice()
    {
        var random = new Random(BadDay.Seed);
        await using var house = await DurableHouse.OpenAsync();
        await using var day = await KillingDay.BeginAsync(house);
        var kills = Enum.GetValues<Victim>().ToDictionary(v => v, _ => 0);
        var clock = Stopwatch.StartNew();
        long lost = 0;
        for (var cycle = 0; cycle < BadDay.Cycles; cycle++)
        {
            var victim = cycle < kills.Count ? (Victim)cycle : (Victim)random.Next(kills.Count);
            day.Import.KeepGoing();
            await Task.Delay(random.Next(100, 900));
            await KillAsync(victim, day, house, random);
            kills[victim]++;
            await day.RecoverAsync();
            lost += await LookAsync(day, house);
        }

        await day.EndAsync();
        lost += await day.Ledger.LostAsync(house);
        var (doubled, messages) = (await Ledger.DoubledAsync(house), await house.AskAsync<long>("select last_position from journeys.board_feed_head"));
        BadDay.Report(output, string.Create(CultureInfo.InvariantCulture, $"""
            kill matrix: seed {BadDay.Seed}, {BadDay.Cycles} cycles in {clock.Elapsed.TotalSeconds:0} s ({string.Join(", ", kills.Select(k => $"{k.Key} {k.Value}"))}); acknowledged {day.Ledger.Count:N0} by the API and the journal, sent again {day.SentAgain:N0}, longest wait for one {day.Slowest.Wait.TotalSeconds:0.0} s ({day.Slowest.Name}; its slowest try: {day.Slowest.SlowestTry}), answered 500 {day.Unexpected}, imported {day.Import.Facts:N0} from {day.Import.Files} files ({day.Import.Killed} imports killed); lost {lost}, doubled {doubled}, answered otherwise {day.Ledger.Contradictions}; feed {messages:N0} messages at {day.Watchers.Count} clients over {day.Watchers.Sum(w => w.Connections)} connections; {day.Proofs.Count:N0} proofs
            """));
        (lost, doubled, day.Ledger.Contradictions).Should().Be((0, 0, 0), "what was acknowledged stands, once, and as it was answered");
        await CheckAsync(day, house);
    }

    /// <summary>Between two kills. A server whose backend was killed answers once more, perhaps, before it sees that it must recover: then this looks again.</summary>
    private static async Task<long> LookAsync(KillingDay day, DurableHouse house)
    {
        long lost = 0;
        await BadDay.UntilAsync(
            async () =>
            {
                lost = await day.Ledger.LostAsync(house);
                await day.Proofs.ReadOnAsync();
                return true;
            },
            "the journal can be looked at");
        return lost;
    }

    private static async Task CheckAsync(KillingDay day, DurableHouse house)
    {
        (await house.AskAsync<long>("select count(*) from journeys.mt_events where headers->>'source' like 'small-%'")).Should().Be(day.Import.Facts);
        (await day.Ledger.UnknownWhenSentAgainAsync(house.Journal)).Should().Be(0, "everything that is sent again is known");

        var feed = await house.LinesAsync("select concat_ws(' ', position, journey, to_stage) from journeys.board_feed order by position");
        foreach (var watcher in day.Watchers)
        {
            watcher.Wrong.Should().BeNull();
            watcher.Movements.Select(m => $"{m.Position} {m.Journey} {JourneyTracker.Domain.Matters.StageNames.Code(m.To!.Value)}").Should().Equal(feed.Skip((int)watcher.First!.Value));
        }

        day.Follower.Wrong.Should().BeNull();
        day.Follower.Positions.Select(p => p.ToString(CultureInfo.InvariantCulture)).Should().Equal(
            await house.LinesAsync("select seq_id from journeys.mt_events where type <> 'tombstone' order by seq_id"));

        await day.Proofs.ReadOnAsync();
        (await day.Proofs.ChangedAsync()).Should().Be(0);
        day.Proofs.Count.Should().Be(day.Follower.Positions.Count);

        var folded = await house.LinesAsync(FoldingHouse.Rows);
        folded.Should().NotBeEmpty();
        await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);
        (await house.LinesAsync(FoldingHouse.Rows)).Should().Equal(folded, "folds are what a rebuild makes of the journal");
    }

    private static async Task KillAsync(Victim victim, KillingDay day, DurableHouse house, Random random)
    {
        switch (victim)
        {
            case Victim.Server:
                await day.Server!.KillAsync();
                break;
            case Victim.FoldingNode:
                await day.Folding!.KillAsync();
                break;
            case Victim.Importer:
                await day.Import.KillAsync();
                break;
            case Victim.Postmaster:
                await Signals.KillAsync(house.ServerPid);
                break;
            case Victim.Backend:
                var backends = await house.LinesAsync("select pid from pg_stat_activity where datname = 'journeys' and pid <> pg_backend_pid() and backend_type = 'client backend' order by 1");
                if (backends.Count > 0) await Signals.KillAsync(int.Parse(backends[random.Next(backends.Count)], CultureInfo.InvariantCulture));
                break;
        }
    }
}
