using Microsoft.Extensions.Logging;

namespace JourneyTracker.Journal.Folding;

/// <summary>
/// Follows the journal and keeps what is derived from it. Any number of nodes may run; one folds, and another takes over within a second when it is gone.
/// </summary>
public sealed partial class FoldingNode(JourneyDatabase database, TimeProvider clock, ILogger<FoldingNode> log, FoldingOptions? options = null)
{
    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromSeconds(1);
    private readonly FoldingOptions _options = options ?? new FoldingOptions();
    private volatile bool _folding;

    /// <summary>Whether this node is the one that folds.</summary>
    public bool IsFolding => _folding;

    /// <summary>Until cancelled; then it returns. Whatever goes wrong is logged and tried again: nothing is skipped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using (var session = await FoldingSession.TryOpenAsync(database.Sources, _options, clock, ct))
                {
                    if (session is not null) await FollowAsync(session, ct);
                }

                await Task.Delay(_options.Takeover, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception wrong)
            {
                FoldingStopped(log, wrong);
                await Task.WhenAny(Task.Delay(BeforeNextTry, ct));
            }
            finally
            {
                _folding = false;
            }
        }
    }

    /// <summary>Returns when everything that stands in the journal now has been folded, by this node or by the one that folds.</summary>
    /// <param name="progress">Told the position reached.</param>
    /// <param name="ct">Leaves what was folded so far.</param>
    public async Task CatchUpAsync(IProgress<long>? progress, CancellationToken ct)
    {
        await database.HoleCloser.CloseAsync(ct);
        var target = await database.Journal.PositionAsync(ct);
        var health = new FoldingHealth(database.Sources);
        while (true)
        {
            await using (var session = await FoldingSession.TryOpenAsync(database.Sources, _options, clock, ct))
            {
                while (session is not null && await session.StepAsync(ct) > 0) progress?.Report(session.Checkpoint);
                if (session is not null) await session.MarkAllAsync(session.Checkpoint, ct);
            }

            var reached = (await health.ReadAsync(ct)).FoldedTo;
            progress?.Report(reached);
            if (reached >= target) return;
            await Task.Delay(_options.Takeover, ct);
        }
    }

    private async Task FollowAsync(FoldingSession session, CancellationToken ct)
    {
        _folding = true;
        Folding(log, session.Checkpoint);
        using var folding = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // Whichever ends first ends the other: where holes stay open nothing is folded.
        var holes = database.HoleCloser.RunAsync(folding.Token);
        var driven = database.DriveFoldsAsync(session, folding.Token);
        try
        {
            await await Task.WhenAny(holes, driven);
        }
        finally
        {
            await folding.CancelAsync();
            await Task.WhenAll(holes, driven).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This node folds, from position {Position} on.")]
    private static partial void Folding(ILogger log, long position);

    [LoggerMessage(Level = LogLevel.Error, Message = "Folding stopped and will be tried again.")]
    private static partial void FoldingStopped(ILogger log, Exception wrong);
}
