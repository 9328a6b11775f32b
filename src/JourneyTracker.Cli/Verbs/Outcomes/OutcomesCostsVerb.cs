using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Costs;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>What support cost and what justice cost less; and the unit costs by which it is worked out.</summary>
internal sealed class OutcomesCostsVerb : Verb
{
    private readonly CostsKind kind = new();
    private readonly KindOptions options;

    public OutcomesCostsVerb() : base("costs", "What support there was and how much less of justice, of matched women, and what both come to by your own unit costs; add, list and remove keep those")
    {
        options = new KindOptions(kind);
        foreach (var option in options.All) Options.Add(option);
        foreach (var verb in new Verb[] { new AddVerb(), new ListVerb(), new RemoveVerb() }) Subcommands.Add(verb);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => KindVerb.AnswerAsync(session, kind, options.Said(session), cancellation);

    private static void Say(Session session, IReadOnlyList<UnitCost> costs) => session.Answer(new { UnitCosts = costs }, output =>
    {
        if (costs.Count == 0) output.WriteLine("No unit costs were taken in yet: ./journey outcomes costs add FILE.csv");
        foreach (var cost in costs)
            output.WriteLine(FormattableString.Invariant($"{cost.Item}: £{cost.Central:#,0.##} for one {CostItem.Find(cost.Item)?.Unit} (£{cost.Low:#,0.##} to £{cost.High:#,0.##}), prices of {cost.PriceYear}, {cost.Confidence}: {cost.Source} {cost.Address}").TrimEnd());
        if (CostItem.All.Where(i => costs.All(c => c.Item != i.Code)).Select(i => $"{i.Code} ({i.Unit})").ToList() is { Count: > 0 } without) output.WriteLine($"Without a unit cost: {string.Join(", ", without)}");
    });

    private sealed class AddVerb : Verb
    {
        private readonly Argument<string> file = new("FILE.csv") { Description = "Unit costs, one a row, with their source (docs/outcomes.md; docs/examples/outcomes/unit-costs-example.csv)" };

        public AddVerb() : base("add", "Take in the unit costs of a file, in the place of all that were there; the whole file or nothing")
        {
            Arguments.Add(file);
            Options.Add(ReadingOptions.Partnership);
        }

        protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
        {
            var costs = EvaluatorFile.Read(session.Get(file)!, UnitCostFile.Parse);
            await using var stores = await Stores.OpenAsync(session, cancellation);
            stores.Imported.Put(costs);
            Say(session, costs);
            return ExitCode.Done;
        }
    }

    private sealed class ListVerb : Verb
    {
        public ListVerb() : base("list", "List the unit costs that were taken in, with their source, and what can have one") => Options.Add(ReadingOptions.Partnership);

        protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
        {
            await using var stores = await Stores.OpenAsync(session, cancellation);
            Say(session, stores.Imported.Read().UnitCosts);
            return ExitCode.Done;
        }
    }

    private sealed class RemoveVerb : Verb
    {
        private readonly Argument<string> item = new("ITEM") { Description = "The item, as costs list names it" };

        public RemoveVerb() : base("remove", "Take the unit cost of one item away")
        {
            Arguments.Add(item);
            Options.Add(ReadingOptions.Partnership);
        }

        protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
        {
            await using var stores = await Stores.OpenAsync(session, cancellation);
            var (all, gone) = (stores.Imported.Read().UnitCosts, session.Get(item)!);
            if (all.All(c => c.Item != gone)) throw new RefusedException($"There is no unit cost of {gone}.", how: "./journey outcomes costs list says what there is.");
            stores.Imported.Put([.. all.Where(c => c.Item != gone)]);
            session.Answer(new { Removed = gone }, output => output.WriteLine($"The unit cost of {gone} is gone."));
            return ExitCode.Done;
        }
    }
}
