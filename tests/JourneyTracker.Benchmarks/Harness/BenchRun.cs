using System.Globalization;

namespace JourneyTracker.Benchmarks.Harness;

/// <summary>One run of one or more benches on one cluster.</summary>
internal sealed class BenchRun(BenchOptions options, BenchHouse house, TextWriter messages)
{
    private readonly List<Measurement> measurements = [];

    public BenchOptions Options { get; } = options;

    public BenchHouse House { get; } = house;

    public IReadOnlyList<Measurement> Measurements => measurements;

    /// <summary>What is being done, on standard error.</summary>
    public void Say(string sentence) => messages.WriteLine(sentence);

    public void Add(Measurement measured)
    {
        measurements.Add(measured);
        Say(string.Create(CultureInfo.InvariantCulture, $"  {measured.Name}: {Report.Number(measured.Ours)} {measured.Unit}{(measured.Ratio is { } ratio ? $", {ratio:0.00} × the baseline" : "")}"));
    }

    /// <summary>Adds two rates or times that were measured turn by turn, with their spread.</summary>
    public void Add(string name, string unit, (IReadOnlyList<double> Ours, IReadOnlyList<double> Baseline) turns, Budget? budget, string? note = null) =>
        Add(new Measurement(name, unit, Statistics.Median(turns.Ours), Statistics.Median(turns.Baseline), budget, Joined(
            string.Create(CultureInfo.InvariantCulture, $"{turns.Ours.Count} turns, ours {Report.Number(turns.Ours.Min())} to {Report.Number(turns.Ours.Max())}, baseline {Report.Number(turns.Baseline.Min())} to {Report.Number(turns.Baseline.Max())}"),
            note)));

    private static string Joined(string first, string? second) => second is null ? first : $"{first}; {second}";
}
