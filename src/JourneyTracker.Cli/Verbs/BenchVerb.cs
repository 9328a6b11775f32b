using System.CommandLine;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Stands here for help; the script at the root does the work, because it builds the benches first.</summary>
internal sealed class BenchVerb : Verb
{
    public BenchVerb() : base("bench", "Measure the journal and what is derived from it beside the bare work, and compare with the budgets")
    {
        Arguments.Add(new Argument<string[]>("WHAT") { Description = "journal, import, rebuild, live, board, pages, replay, access-log, memory or outcomes; all when not said", Arity = ArgumentArity.ZeroOrMore });
        Options.Add(new Option<int>("--turns") { Description = "How often each measurement is repeated, turn by turn with its baseline", DefaultValueFactory = _ => 5 });
        Options.Add(new Option<int>("--seconds") { Description = "How long one turn of a steady load lasts", DefaultValueFactory = _ => 5 });
        Options.Add(new Option<int?>("--journeys") { Description = "How many simulated journeys, where the size matters" });
        Options.Add(new Option<long?>("--facts") { Description = "How many simulated facts, where the evaluator's store is measured" });
        Options.Add(new Option<string?>("--folder") { Description = "Where the run's throwaway cluster stands, to choose the disk" });
        Options.Add(new Option<bool>("--with-marten") { Description = "The journal on Marten too, beside the one of our own; needs a build with -p:CritterStack=true" });
        Options.Add(new Option<bool>("--keep") { Description = "Leave the cluster's folder" });
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) =>
        throw new RefusedException("Benches are run by the script at the root of the repository.", how: "Run ./journey bench there.");
}
