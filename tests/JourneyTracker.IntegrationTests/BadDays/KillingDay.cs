using JourneyTracker.Journal.Folding;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>A server, a folding node, an importer, senders and watchers, all at work on one journal.</summary>
internal sealed class KillingDay : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);
    private readonly DurableHouse house;
    private readonly CancellationTokenSource sending = new();
    private readonly CancellationTokenSource watching = new();
    private readonly List<Appender> appenders;
    private Task[] sent = [];
    private Task watched = Task.CompletedTask;

    private KillingDay(DurableHouse house)
    {
        this.house = house;
        Import = new RepeatedImport(house);
        Proofs = new ProofBook(house);
        Follower = new Follower(house.Journal, house.SuperuserConnectionString);
        Watchers = [new Watcher(() => Server), new Watcher(() => Folding), new Watcher(() => Server is { HasEnded: false } ? Server : Folding)];
        appenders =
        [
            new Appender("load-1", Senders.ThroughApi(() => Server), Ledger, Pause), new Appender("load-2", Senders.ThroughApi(() => Folding), Ledger, Pause),
            new Appender("load-3", Senders.ThroughJournal(house.Journal), Ledger, Pause), new Appender("load-4", Senders.ThroughJournal(house.Journal), Ledger, Pause),
        ];
    }

    /// <summary>A web node that does not fold; between its death and its return the dead one.</summary>
    public ServeProcess? Server { get; private set; }

    /// <summary>The node that folds; it serves as well.</summary>
    public ServeProcess? Folding { get; private set; }

    public RepeatedImport Import { get; }

    public Ledger Ledger { get; } = new();

    public ProofBook Proofs { get; }

    public Follower Follower { get; }

    public IReadOnlyList<Watcher> Watchers { get; }

    public int SentAgain => appenders.Sum(a => a.Again);

    public int Unexpected => appenders.Sum(a => a.Unexpected);

    /// <summary>Of the appender that waited longest for one fact.</summary>
    public (string Name, TimeSpan Wait, string SlowestTry) Slowest
    {
        get
        {
            var slowest = appenders.MaxBy(a => a.LongestWait)!;
            return (slowest.Name, slowest.LongestWait, slowest.SlowestTry);
        }
    }

    public static async Task<KillingDay> BeginAsync(DurableHouse house)
    {
        var day = new KillingDay(house);
        await day.RecoverAsync();
        day.watched = Task.WhenAll([day.Follower.RunAsync(0, day.watching.Token), .. day.Watchers.Select(w => w.RunAsync(day.watching.Token))]);
        await BadDay.UntilAsync(() => Task.FromResult(day.Watchers.All(w => w.Last is not null)), "every watcher watches");
        day.sent = [.. day.appenders.Select(a => a.RunAsync(day.sending.Token))];
        return day;
    }

    /// <summary>Puts back what was killed, and waits until the database answers; what else there is to mend is for the programs to do.</summary>
    public async Task RecoverAsync()
    {
        await BadDay.UntilAsync(async () => await house.AskAsync<int>("select 1") == 1, "PostgreSQL answers");
        if (Server is null or { HasEnded: true }) Server = await ReplaceAsync(Server, "--no-folding");
        if (Folding is null or { HasEnded: true }) Folding = await ReplaceAsync(Folding);
        foreach (var over in sent.Where(s => s.IsFaulted)) await over;
    }

    /// <summary>Lets everything come to its end.</summary>
    public async Task EndAsync()
    {
        await sending.CancelAsync();
        await Task.WhenAll(sent);
        await Import.FinishAsync();
        var health = new FoldingHealth(house.Database.Sources);
        await BadDay.UntilAsync(async () => await health.ReadAsync(default) is { Behind: 0, Position: > 0 } state && Seen(state.FeedPosition), "everybody has seen everything");
        await BadDay.UntilAsync(
            async () => Follower.Last == await house.AskAsync<long>("select max(seq_id) from journeys.mt_events where type <> 'tombstone'"), "the follower has seen everything");
        await watching.CancelAsync();
        await watched;
    }

    public async ValueTask DisposeAsync()
    {
        await sending.CancelAsync();
        await watching.CancelAsync();
        await Task.WhenAll([.. sent, watched]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Import.Dispose();
        if (Server is not null) await Server.DisposeAsync();
        if (Folding is not null) await Folding.DisposeAsync();
        sending.Dispose();
        watching.Dispose();
    }

    private bool Seen(long feed) => Watchers.All(w => w.Wrong is not null || w.Last >= feed);

    private async Task<ServeProcess> ReplaceAsync(ServeProcess? dead, params string[] more)
    {
        if (dead is { HasFallen: true }) throw new InvalidOperationException($"A server fell by itself: {string.Join('\n', dead.Said)}");
        if (dead is not null) await dead.DisposeAsync();
        return await ServeProcess.StartAsync(house, more);
    }
}
