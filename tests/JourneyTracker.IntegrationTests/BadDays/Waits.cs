using System.Globalization;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Waits that were measured, in milliseconds, to be printed; nothing is asserted of them.</summary>
internal sealed class Waits
{
    private readonly Lock gate = new();
    private readonly List<double> all = [];

    public void Add(TimeSpan wait)
    {
        lock (gate) all.Add(Math.Max(0, wait.TotalMilliseconds));
    }

    public int Count
    {
        get
        {
            lock (gate) return all.Count;
        }
    }

    public override string ToString()
    {
        lock (gate)
        {
            if (all.Count == 0) return "none";
            all.Sort();
            return string.Create(CultureInfo.InvariantCulture, $"median {At(0.5):0.0} ms, p99 {At(0.99):0.0} ms, worst {all[^1]:0.0} ms of {all.Count:N0}");
        }
    }

    private double At(double part) => all[(int)Math.Min(all.Count - 1, Math.Floor(part * all.Count))];
}
