using System.Diagnostics.Metrics;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Journal.Measuring;

namespace JourneyTracker.Benchmarks.Loading;

/// <summary>Milliseconds that the transactions of loads have taken since this was made, by the program's own meter.</summary>
internal sealed class ChunkTimes : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly List<double> taken = [];

    public ChunkTimes()
    {
        listener.SetMeasurementEventCallback<double>((_, value, _, _) =>
        {
            lock (taken) taken.Add(value * 1_000);
        });
        listener.EnableMeasurementEvents(Meters.LoadChunk);
        listener.Start();
    }

    public int Count => taken.Count;

    public double Longest => taken.Max();

    public double Median => Statistics.Median(taken);

    public void Dispose() => listener.Dispose();
}
