using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Folding.Rebuild;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Folds what is derived from the facts again, beside what is current, and swaps it in.</summary>
internal sealed class RebuildVerb : Verb
{
    private readonly Argument<string?> name = new("NAME") { Description = $"One fold: {string.Join(", ", FoldNames.All)}; all when not said", Arity = ArgumentArity.ZeroOrOne };

    public RebuildVerb() : base("rebuild", "Fold everything again from the facts, beside what is current, and swap it in; readers notice nothing") => Arguments.Add(name);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var folds = Named(session.Get(name));
        await using var house = await House.OpenAsync(session, cancellation);
        var report = await WithProgressAsync(session, progress => RebuildAsync(house, folds, progress, cancellation));
        var rate = (long)(report.Facts / Math.Max(report.Took.TotalSeconds, 0.001));
        session.Answer(Document(report, rate), output => Write(report, rate, output));
        return ExitCode.Done;
    }

    private static IReadOnlyList<string> Named(string? name)
    {
        if (name is null) return FoldNames.All;
        var found = FoldNames.All.Where(f => f == name || f.StartsWith(name + ".", StringComparison.Ordinal)).ToList();
        return found.Count > 0 ? found : throw new RefusedException($"There is no fold called \"{name}\".", how: $"Name one of {string.Join(", ", FoldNames.All)}.");
    }

    private static async Task<RebuildReport> RebuildAsync(House house, IReadOnlyList<string> folds, ProgressTask[] bars, CancellationToken ct)
    {
        // What the journal has and nobody folded yet is folded and announced first: a rebuild itself announces nothing.
        var node = new FoldingNode(house.Database, TimeProvider.System, NullLogger<FoldingNode>.Instance);
        var target = await house.Database.Journal.PositionAsync(ct);
        await node.CatchUpAsync(new Told<long>(position => Show(bars[0], position, target)), ct);
        Show(bars[0], 1, 1);
        try
        {
            return await new FoldRebuild(house.Database.Sources).RunAsync(folds, new Told<RebuildProgress>(p => Show(bars[1], p.Facts, p.Of)), ct);
        }
        catch (RebuildException refused)
        {
            throw new RefusedException(refused.Message);
        }
    }

    private static Task<RebuildReport> WithProgressAsync(Session session, Func<ProgressTask[], Task<RebuildReport>> work) => session.Progress.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(context => work([context.AddTask("Folding what is new"), context.AddTask("Folding again")]));

    private static void Show(ProgressTask bar, long done, long of) => bar.Value = of <= 0 ? bar.MaxValue : Math.Min(bar.MaxValue, bar.MaxValue * done / of);

    private static object Document(RebuildReport report, long rate) => new
    {
        report.Folds,
        report.Journeys,
        report.Facts,
        report.Position,
        report.Frozen,
        Seconds = Math.Round(report.Took.TotalSeconds, 3),
        FactsPerSecond = rate,
        report.OldRowsRemoved,
    };

    private static void Write(RebuildReport report, long rate, TextWriter output)
    {
        output.WriteLine($"Rebuilt {string.Join(", ", report.Folds)} from {report.Facts:n0} facts of {report.Journeys:n0} journeys in {report.Took.TotalSeconds:n1} s ({rate:n0} facts/s), at position {report.Position}.");
        if (report.Frozen > 0) output.WriteLine($"{report.Frozen:n0} journeys are frozen: they hold a fact that this version cannot read. They stand as they were before it.");
        if (!report.OldRowsRemoved) output.WriteLine("Somebody was still reading the old rows; the next rebuild removes them.");
    }

    private sealed class Told<T>(Action<T> told) : IProgress<T>
    {
        public void Report(T value) => told(value);
    }
}
