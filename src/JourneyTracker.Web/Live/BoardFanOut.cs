using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>
/// One tail of the feed for the whole process. It hands every message to the subscriptions of its partnership and never waits for any of them: one that is
/// full is let go, and so are all when the tail breaks. Whoever is let go reads what it has not seen from the feed itself.
/// </summary>
internal sealed class BoardFanOut(IBoardFeed feed, IHiddenJourneys journeys, ILogger<BoardFanOut> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly Dictionary<BoardSubscription, Partnership> subscriptions = [];
    private TaskCompletionSource following = Waiting();
    private long position;

    /// <summary>The last position that was handed out.</summary>
    public long Position { get => Interlocked.Read(ref position); private set => Interlocked.Exchange(ref position, value); }

    /// <summary>Whether the feed can be followed at present.</summary>
    public bool IsFollowing
    {
        get
        {
            lock (gate) return following.Task.IsCompleted;
        }
    }

    /// <summary>
    /// From now on every message of the partnership is handed to the subscription, until it is full. What was in the feed before is not; therefore subscribe first,
    /// then read the feed: whatever the read does not show comes here.
    /// </summary>
    public async Task<BoardSubscription> SubscribeAsync(Partnership partnership, int room, CancellationToken ct)
    {
        while (true)
        {
            Task started;
            lock (gate)
            {
                // Before the tail stands at a position, a message could be behind the tail and yet ahead of the read.
                started = following.Task;
                if (started.IsCompleted)
                {
                    var subscription = new BoardSubscription(room, LetGo);
                    subscriptions.Add(subscription, partnership);
                    return subscription;
                }
            }

            await started.WaitAsync(ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var after = await feed.PositionAsync(stoppingToken);
                Position = after;
                lock (gate) following.SetResult();
                await foreach (var batch in feed.TailAsync(after, stoppingToken))
                {
                    await RefreshAsync(batch, stoppingToken);
                    HandOut(batch);
                    if (batch.Count > 0) Position = batch[^1].Position;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception wrong)
            {
                log.LogWarning(new EventId(1, "feed-lost"), wrong, "The board feed cannot be followed; trying again.");
            }

            LetAllGo();
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Who may know of a woman is asked before anything of her is handed out.</summary>
    private async Task RefreshAsync(IReadOnlyList<BoardMessage> batch, CancellationToken ct)
    {
        Partnership[] watched;
        lock (gate) watched = [.. subscriptions.Values.Intersect(batch.Select(m => m.Partnership))];
        foreach (var partnership in watched) await journeys.RefreshAsync(partnership, ct);
    }

    private void HandOut(IReadOnlyList<BoardMessage> batch)
    {
        lock (gate)
        {
            foreach (var (subscription, partnership) in subscriptions.ToList())
            {
                if (!batch.Where(m => m.Partnership == partnership).All(subscription.Offer)) subscriptions.Remove(subscription);
            }
        }
    }

    private void LetAllGo()
    {
        lock (gate)
        {
            if (following.Task.IsCompleted) following = Waiting();
            foreach (var subscription in subscriptions.Keys) subscription.End();
            subscriptions.Clear();
        }
    }

    private void LetGo(BoardSubscription subscription)
    {
        lock (gate) subscriptions.Remove(subscription);
    }

    private static TaskCompletionSource Waiting() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
