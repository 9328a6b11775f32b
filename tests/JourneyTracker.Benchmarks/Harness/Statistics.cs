using System.Diagnostics;

namespace JourneyTracker.Benchmarks.Harness;

/// <summary>Medians, and the turn-by-turn way of measuring that a noisy machine asks for.</summary>
internal static class Statistics
{
    /// <param name="values">In any order; at least one.</param>
    /// <param name="quantile">0 to 1; between two values the nearer one above (nearest rank).</param>
    public static double Quantile(IEnumerable<double> values, double quantile)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(quantile * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>Runs both turn by turn, the first of each turn changing, and returns what each run measured.</summary>
    public static async Task<(IReadOnlyList<double> Ours, IReadOnlyList<double> Baseline)> InterleaveAsync(int turns, Func<Task<double>> ours, Func<Task<double>> baseline)
    {
        var (mine, bare) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < turns; turn++)
        {
            if (turn % 2 == 0) mine.Add(await ours());
            bare.Add(await baseline());
            if (turn % 2 == 1) mine.Add(await ours());
        }

        return (mine, bare);
    }

    public static async Task<double> SecondsAsync(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
