using System.CommandLine;
using JourneyTracker.Journal.Events;

namespace JourneyTracker.Benchmarks.Harness;

/// <summary>The command line of the benches.</summary>
internal static class BenchCommand
{
    private const string All = "all";
    private const int Misused = 2;

    public static RootCommand Make(IReadOnlyList<Bench> benches)
    {
        var which = new Argument<string[]>("WHAT")
        {
            Description = $"{string.Join("; ", benches.Select(b => $"{b.Name}: {b.Description}"))}; {All} when not said",
            Arity = ArgumentArity.ZeroOrMore,
        };
        which.AcceptOnlyFromAmong([.. benches.Select(b => b.Name), All]);
        var turns = new Option<int>("--turns") { Description = "How often each measurement is repeated, turn by turn with its baseline", DefaultValueFactory = _ => 5 };
        var seconds = new Option<int>("--seconds") { Description = "How long one turn of a steady load lasts", DefaultValueFactory = _ => 5 };
        var journeys = new Option<int?>("--journeys") { Description = "How many simulated journeys, where the size matters" };
        var facts = new Option<long?>("--facts") { Description = "How many simulated facts, where the evaluator's store is measured" };
        var json = new Option<bool>("--json") { Description = "The answer as one JSON document" };
        var folder = new Option<string?>("--folder") { Description = "Where the run's throwaway cluster stands, to choose the disk" };
        var marten = new Option<bool>("--with-marten") { Description = "The journal on Marten too, beside the one of our own; needs a build with -p:CritterStack=true" };
        var keep = new Option<bool>("--keep") { Description = "Leave the cluster's folder" };
        var root = new RootCommand("Measures the journal and what is derived from it beside the bare work in the same run, and compares with the budgets.") { which, turns, seconds, journeys, facts, json, folder, marten, keep };
        root.SetAction(async (parsed, ct) =>
        {
            var named = parsed.GetValue(which) is { Length: > 0 } said && !said.Contains(All) ? said : [.. benches.Select(b => b.Name)];
            var options = new BenchOptions(
                parsed.GetValue(turns), parsed.GetValue(seconds), parsed.GetValue(journeys), parsed.GetValue(facts), parsed.GetValue(json), parsed.GetValue(folder), parsed.GetValue(marten), parsed.GetValue(keep));
            if (options.WithMarten && !JournalChoice.MartenIsHere)
            {
                Console.Error.WriteLine("These benches were built without Marten: build them with -p:CritterStack=true (docs/marten.md).");
                return Misused;
            }

            return await RunAsync([.. benches.Where(b => named.Contains(b.Name))], options, ct);
        });
        return root;
    }

    /// <returns>0 when every budget was met, 1 when not.</returns>
    private static async Task<int> RunAsync(IReadOnlyList<Bench> benches, BenchOptions options, CancellationToken ct)
    {
        var before = Machine.Load;
        await using var house = await BenchHouse.OpenAsync(options, ct);
        var run = new BenchRun(options, house, Console.Error);
        foreach (var bench in benches)
        {
            run.Say($"{bench.Name}: {bench.Description}");
            await bench.RunAsync(run, ct);
        }

        var report = new Report(run.Measurements, await Machine.DescribeAsync(house, before, ct), TimeProvider.System.GetUtcNow());
        if (options.Json) report.WriteDocument(Console.Out);
        else report.WriteTable(Console.Out);
        return report.WithinBudget ? 0 : 1;
    }
}
