using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>Facts acknowledged durably one by one, beside the bare equal work with as many callers.</summary>
internal static class AppendBench
{
    private const double WarmUpSeconds = 2;
    private static readonly (int Callers, double Least)[] Loads = [(1, 0.9), (16, 1.6), (256, 4)];

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var ours = await run.House.FreshAsync("append", ct);
        await ours.Partnerships.AddAsync(AppendMix.Partnership, "Bench", simulated: false, ct);
        await run.House.FreshAsync("append_raw", ct);
        foreach (var (count, least) in Loads)
        {
            await MeasureAsync(run, count, Budget.RatioAtLeast(least), $"append, {count} caller{(count == 1 ? "" : "s")}",
                () => Task.FromResult<IAppender>(new OurAppender(ours.Journal)), withReference: true, ct);
        }

        await MeasureAsync(run, 1, null, "append, 1 caller, beside stream and fact alone", () => Task.FromResult<IAppender>(new OurAppender(ours.Journal)), withReference: false, ct);
        await MeasureAsync(run, 1, null, "append, 1 caller, each fact with a sealed note", () => Task.FromResult<IAppender>(new OurAppender(ours.Journal, WithNote)), withReference: true, ct);
    }

    private static async Task MeasureAsync(BenchRun run, int count, Budget? budget, string name, Func<Task<IAppender>> open, bool withReference, CancellationToken ct)
    {
        await using var mine = await Callers.OfAsync(count, open);
        await using var bare = await Callers.OfAsync(count, async () => await RawAppender.OpenAsync(run.House.SuperuserConnectionString("append_raw"), withReference, ct));
        await mine.RateAsync(WarmUpSeconds, ct);
        await bare.RateAsync(WarmUpSeconds, ct);
        var turns = await Statistics.InterleaveAsync(run.Options.Turns, () => mine.RateAsync(run.Options.Seconds, ct), () => bare.RateAsync(run.Options.Seconds, ct));
        run.Add(name, "facts/s", turns, budget, "the same tables, indexes and triggers; the baseline on a connection for each caller, as a superuser");
    }

    private static Fact WithNote(Fact fact) => new Contact("phone-call", Protected.Of("She rang to say that she will come on Thursday.")) { HappenedOn = fact.HappenedOn };
}
