using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.National;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Series that others published, which stand beside the measures; alone it lists them.</summary>
internal sealed class OutcomesNationalVerb : Verb
{
    public OutcomesNationalVerb() : base("national", "Take in series that others published, with their source, to be shown beside the measures and never mixed with them")
    {
        Options.Add(ReadingOptions.Partnership);
        foreach (var verb in new Verb[] { new AddVerb(), new ListVerb(), new RemoveVerb() }) Subcommands.Add(verb);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => ListAsync(session, cancellation);

    private static async Task<int> ListAsync(Session session, CancellationToken ct)
    {
        await using var stores = await Stores.OpenAsync(session, ct);
        var all = stores.Imported.Read().National;
        session.Answer(new { National = all }, output =>
        {
            if (all.Count == 0) output.WriteLine("No published series was taken in yet: ./journey outcomes national add FILE.csv");
            foreach (var series in all)
            {
                output.WriteLine($"{series.Name}: beside {series.Measure}, {Figures(series)}, {series.Figures.Min(f => f.From):yyyy-MM-dd} to {series.Figures.Max(f => f.To):yyyy-MM-dd}, {series.Unit}");
                output.WriteLine($"  {series.Publisher}, {series.Title}, published {series.PublishedOn:yyyy-MM-dd}{(series.IsProvisional ? ", provisional" : "")}, {series.Licence}, {series.Address}");
                output.WriteLine($"  differs: {series.Differs}");
            }
        });
        return ExitCode.Done;
    }

    private static string Figures(NationalSeries series) => series.Figures.Count == 1 ? "one figure" : $"{series.Figures.Count} figures";

    private sealed class AddVerb : Verb
    {
        private readonly Argument<string> file = new("FILE.csv") { Description = "Published figures, one a row, with their source (docs/outcomes.md; docs/examples/outcomes/national-example.csv)" };

        public AddVerb() : base("add", "Take in the series of a file, each in the place of one that has its name; the whole file or nothing")
        {
            Arguments.Add(file);
            Options.Add(ReadingOptions.Partnership);
        }

        protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
        {
            var added = EvaluatorFile.Read(session.Get(file)!, (header, rows) => NationalFile.Parse(header, rows, LondonDay.Of(House.Now)));
            await using var stores = await Stores.OpenAsync(session, cancellation);
            var before = stores.Imported.Read().National;
            var replaced = before.Where(b => added.Any(a => a.Name == b.Name)).Select(b => b.Name).ToList();
            stores.Imported.Put([.. before.Where(b => !replaced.Contains(b.Name)), .. added]);
            session.Answer(new { Added = added, Replaced = replaced }, output =>
            {
                foreach (var series in added) output.WriteLine($"{series.Name} stands beside {series.Measure} with {Figures(series)}{(replaced.Contains(series.Name) ? ", in the place of what was there" : "")}.");
            });
            return ExitCode.Done;
        }
    }

    private sealed class ListVerb : Verb
    {
        public ListVerb() : base("list", "List what was taken in, with source and difference in definition") => Options.Add(ReadingOptions.Partnership);

        protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => ListAsync(session, cancellation);
    }

    private sealed class RemoveVerb : Verb
    {
        private readonly Argument<string> name = new("NAME") { Description = "The name of the series" };

        public RemoveVerb() : base("remove", "Take a series away")
        {
            Arguments.Add(name);
            Options.Add(ReadingOptions.Partnership);
        }

        protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
        {
            await using var stores = await Stores.OpenAsync(session, cancellation);
            var (all, gone) = (stores.Imported.Read().National, session.Get(name)!);
            if (all.All(s => s.Name != gone)) throw new RefusedException($"There is no series {gone}.", how: "./journey outcomes national list says what there is.");
            stores.Imported.Put([.. all.Where(s => s.Name != gone)]);
            session.Answer(new { Removed = gone }, output => output.WriteLine($"{gone} is gone."));
            return ExitCode.Done;
        }
    }
}
