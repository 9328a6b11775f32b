using System.Diagnostics;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>So many callers at once, each waiting for one answer before it asks again.</summary>
internal sealed class Callers(IReadOnlyList<IAppender> callers) : IAsyncDisposable
{
    public static async Task<Callers> OfAsync(int count, Func<Task<IAppender>> open)
    {
        var all = new List<IAppender>(count);
        for (var i = 0; i < count; i++) all.Add(await open());
        return new(all);
    }

    /// <returns>Facts acknowledged in a second.</returns>
    public async Task<double> RateAsync(double seconds, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(callers.Select(c => Task.Run(() => RunAsync(c, begun, seconds, ct), ct)));
        return done.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in callers) await caller.DisposeAsync();
    }

    private static async Task<int> RunAsync(IAppender caller, long begun, double seconds, CancellationToken ct)
    {
        var done = 0;
        for (; Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds; done++) await caller.AppendAsync(ct);
        return done;
    }
}
