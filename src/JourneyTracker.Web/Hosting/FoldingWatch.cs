using System.Data.Common;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Measuring;
using JourneyTracker.Web.Live;

namespace JourneyTracker.Web.Hosting;

/// <summary>How the folds do, for those who ask: one question to the database at a time, shared by all who ask meanwhile. Measures it now and then while somebody listens.</summary>
internal sealed class FoldingWatch(FoldingHealth folding, BoardFanOut fanOut) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private Task<FoldingState>? asking;

    public async Task<FoldingState> ReadAsync(CancellationToken ct)
    {
        Task<FoldingState> answer;
        lock (gate)
        {
            if (asking is null || asking.IsCompleted) asking = Task.Run(() => folding.ReadAsync(CancellationToken.None), CancellationToken.None);
            answer = asking;
        }

        return await answer.WaitAsync(ct);
    }

    /// <summary>Tells the meters once.</summary>
    internal async Task MeasureAsync(CancellationToken ct)
    {
        var state = await ReadAsync(ct);
        foreach (var fold in state.Folds)
        {
            var tag = new KeyValuePair<string, object?>("fold", fold.Name);
            Meters.FoldLag.Record(Math.Max(0, state.Position - fold.Position), tag);
            Meters.FoldLagTime.Record(fold.Position < state.Position ? state.Waiting.TotalSeconds : 0, tag);
        }

        Meters.FrozenJourneys.Record(state.Failures.Count);
        Meters.FeedLag.Record(Math.Max(0, state.FeedPosition - fanOut.Position));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(t => t.IsCompletedSuccessfully && t.Result, TaskScheduler.Default))
        {
            if (!Meters.FoldLag.Enabled && !Meters.FeedLag.Enabled) continue;
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception unwell) when (unwell is DbException or TimeoutException or OperationCanceledException)
            {
                // Who asks for readiness is told; a measurement that is missing says the same.
            }
        }
    }
}
