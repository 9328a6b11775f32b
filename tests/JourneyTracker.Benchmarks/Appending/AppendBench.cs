using System.Globalization;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Events;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>Facts acknowledged durably one by one, beside the bare equal work with as many callers.</summary>
internal static class AppendBench
{
    private const double WarmUpSeconds = 2;
    private const int GrownJourneys = 10_000;
    private const int FactsEach = 10;
    private static readonly (int Callers, double Least)[] Loads = [(1, 0.9), (16, 1.6), (256, 4)];

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var ours = await FreshAsync(run, "append", ct);
        await run.House.FreshAsync("append_raw", ct);
        Func<Task<IAppender>> mine = () => Task.FromResult<IAppender>(new OurAppender(ours.Journal));
        Func<Task<IAppender>> raw(RawWork work) => async () => await RawAppender.OpenAsync(run.House.SuperuserConnectionString("append_raw"), work, ct);
        foreach (var (count, least) in Loads)
            await MeasureAsync(run, $"append, {count} caller{(count == 1 ? "" : "s")}", count, mine, raw(RawWork.Whole), Budget.RatioAtLeast(least), ct);
        await MeasureAsync(run, "append, 256 callers, beside the bare work without NOTIFY", 256, mine, raw(RawWork.WithReference), null, ct);
        await MeasureAsync(run, "append, 1 caller, beside stream and fact alone", 1, mine, raw(RawWork.StreamAndFact), null, ct);
        await MeasureAsync(run, "append, 1 caller, each fact with a sealed note", 1,
            () => Task.FromResult<IAppender>(new OurAppender(ours.Journal, WithNote)), raw(RawWork.Whole), null, ct);

        var grown = await FreshAsync(run, "append_grown", ct);
        await GrowAsync(grown.Journal, ct);
        var empty = await FreshAsync(run, "append_empty", ct);
        await MeasureAsync(run, "append, 1 caller, on 100,000 facts, beside an empty journal", 1,
            () => Task.FromResult<IAppender>(new OurAppender(grown.Journal)), () => Task.FromResult<IAppender>(new OurAppender(empty.Journal)), null, ct);
    }

    public static async Task<JourneyDatabase> FreshAsync(BenchRun run, string name, CancellationToken ct, JournalChoice? journal = null)
    {
        var database = await run.House.FreshAsync(name, ct, journal);
        await database.Partnerships.AddAsync(AppendMix.Partnership, "Bench", simulated: false, ct);
        return database;
    }

    public static async Task MeasureAsync(BenchRun run, string name, int count, Func<Task<IAppender>> ours, Func<Task<IAppender>> baseline, Budget? budget, CancellationToken ct)
    {
        await using var mine = await Callers.OfAsync(run.House.Folder, count, ours);
        await using var bare = await Callers.OfAsync(run.House.Folder, count, baseline);
        await mine.WarmUpAsync(WarmUpSeconds, ct);
        await bare.WarmUpAsync(WarmUpSeconds, ct);
        var turns = await Statistics.InterleaveAsync(run.Options.Turns, () => mine.RateAsync(run.Options.Seconds, ct), () => bare.RateAsync(run.Options.Seconds, ct));
        var (my, its) = (mine.MicrosecondsPerFact, bare.MicrosecondsPerFact);
        run.Add(name, "facts/s", turns, budget, string.Create(CultureInfo.InvariantCulture,
            $"processor time for each fact, program and server: ours {my.Program:0} and {my.Server:0} µs, baseline {its.Program:0} and {its.Server:0} µs"));
    }

    private static async Task GrowAsync(IJournal journal, CancellationToken ct)
    {
        var mix = new AppendMix();
        foreach (var chunk in Enumerable.Range(0, GrownJourneys).Select(_ => mix.NextJourney(FactsEach)).Chunk(1_000)) await journal.LoadAsync(chunk, ct);
    }

    private static Fact WithNote(Fact fact) => new Contact("phone-call", Protected.Of("She rang to say that she will come on Thursday.")) { HappenedOn = fact.HappenedOn };
}
