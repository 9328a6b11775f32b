using JourneyTracker.Benchmarks;
using JourneyTracker.Benchmarks.Harness;

return await BenchCommand.Make(Benches.All).Parse(args).InvokeAsync();
