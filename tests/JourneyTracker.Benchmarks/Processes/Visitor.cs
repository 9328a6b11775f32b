using System.Diagnostics;

namespace JourneyTracker.Benchmarks.Processes;

/// <summary>Asks a server for pages, one after the other, over loopback.</summary>
internal sealed class Visitor(Uri server) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = server, Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Milliseconds from the question to the last byte of the answer, for each.</summary>
    public async Task<IReadOnlyList<double>> TimesAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        var times = new List<double>();
        foreach (var path in paths)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path, ct);
            await answer.Content.ReadAsByteArrayAsync(ct);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
        }

        return times;
    }

    public void Dispose() => client.Dispose();
}
