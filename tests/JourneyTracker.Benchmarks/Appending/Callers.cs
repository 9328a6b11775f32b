using System.Diagnostics;
using JourneyTracker.Benchmarks.Harness;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>So many callers at once, each waiting for one answer before it asks again.</summary>
/// <param name="folder">Where the cluster stands, for its processor time.</param>
/// <param name="callers">Disposed of with this.</param>
internal sealed class Callers(string folder, IReadOnlyList<IAppender> callers) : IAsyncDisposable
{
    private (double Program, double Server, double Facts) spent;

    /// <summary>Microseconds of processor time for each fact since the warm-up: of this program, and of the server.</summary>
    public (double Program, double Server) MicrosecondsPerFact => (spent.Program / spent.Facts * 1e6, spent.Server / spent.Facts * 1e6);

    public static async Task<Callers> OfAsync(string folder, int count, Func<Task<IAppender>> open)
    {
        var all = new List<IAppender>(count);
        for (var i = 0; i < count; i++) all.Add(await open());
        return new(folder, all);
    }

    public async Task WarmUpAsync(double seconds, CancellationToken ct)
    {
        await RateAsync(seconds, ct);
        spent = default;
    }

    /// <returns>Facts acknowledged in a second.</returns>
    public async Task<double> RateAsync(double seconds, CancellationToken ct)
    {
        var before = ProcessorTime.Now(folder);
        var begun = Stopwatch.GetTimestamp();
        var done = (await Task.WhenAll(callers.Select(c => Task.Run(() => RunAsync(c, begun, seconds, ct), ct)))).Sum();
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var used = ProcessorTime.Now(folder) - before;
        spent = (spent.Program + used.Ours, spent.Server + used.PostgreSql, spent.Facts + done);
        return done / took;
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
