namespace JourneyTracker.Benchmarks.Harness;

/// <summary>One thing that is measured. Its file makes its own data in the run's house and adds what it measured to the run.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Description">What it measures, for the help.</param>
/// <param name="RunAsync">Measures.</param>
internal sealed record Bench(string Name, string Description, Func<BenchRun, CancellationToken, Task> RunAsync);
