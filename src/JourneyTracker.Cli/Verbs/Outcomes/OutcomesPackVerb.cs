using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Packs;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>A partnership's figures of a quarter for its delivery group, as a page to print and as CSV.</summary>
internal sealed class OutcomesPackVerb : Verb
{
    private readonly Option<string?> quarter = new("--quarter") { Description = "The quarter, as 2026-Q2; the last that is published when not said", HelpName = "QUARTER" };
    private readonly Option<bool> provisional = new("--provisional") { Description = "From what stands now instead of what is published, to be looked at and not given out" };
    private readonly Option<string> to = new("--to") { Description = "The folder of the two files; here when not said", HelpName = "FOLDER", DefaultValueFactory = _ => "." };

    public OutcomesPackVerb() : base("pack", "Write a quarter's figures for the delivery group: every measure with its change since the quarter before and a year before, as a page to print and as CSV")
    {
        foreach (var option in new Option[] { quarter, to, provisional, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var asked = session.Get(quarter) is { } text ? Quarter.TryParse(text, out var said) ? said : throw new RefusedException($"--quarter \"{text}\" is no quarter: write it as 2026-Q2.") { IsWrongUsage = true } : (Quarter?)null;
        await using var stores = await Stores.OpenAsync(session, cancellation);
        using var open = stores.Store.Open() ?? throw Stores.NothingBuilt;
        using var editions = new EditionViews(stores.Store);
        var pack = session.Get(provisional) ? Provisional(asked ?? QuarterPack.Last(open.Generation), open, cancellation) : Published(asked, editions, cancellation);
        Directory.CreateDirectory(session.Get(to)!);
        var name = Path.Combine(Path.GetFullPath(session.Get(to)!), $"pack-{open.Generation.Partnership}-{pack.Quarter}{(session.Get(provisional) ? "-provisional" : "")}");
        await File.WriteAllTextAsync($"{name}.html", PackPage.Of(pack), cancellation);
        await File.WriteAllTextAsync($"{name}.csv", AnswerCsv.Write(pack.Tables), cancellation);
        session.Answer(
            new { Quarter = pack.Quarter.ToString(), pack.Generation, pack.Generation.KnownUntil, IsProvisional = session.Get(provisional), Page = $"{name}.html", Csv = $"{name}.csv", pack.Tables },
            output =>
            {
                foreach (var table in pack.Tables) output.WriteLine($"{table.Title}: {table.Rows.Count} rows{(table.HasHidden ? ", some of them not shown" : "")}");
                output.WriteLine($"{name}.html{Environment.NewLine}{name}.csv");
            });
        return ExitCode.Done;
    }

    private static QuarterPack Published(Quarter? asked, EditionViews editions, CancellationToken ct)
    {
        var quarter = asked ?? QuarterPack.Last(editions.Editions.Latest ?? throw Stores.NothingBuilt);
        return editions.About(quarter.Period, quarter.To) is { } edition ? QuarterPack.Of(quarter, edition, ct)
            : throw new RefusedException($"{quarter} is not published yet: that is done by the first build after {quarter.Period.SettledOn:yyyy-MM-dd}.", how: "Say an earlier quarter, or --provisional to look at what is known now.");
    }

    private static QuarterPack Provisional(Quarter quarter, OpenGeneration open, CancellationToken ct)
    {
        using var connection = open.Connect();
        return QuarterPack.Of(quarter, new OutcomeStoreView(open.Generation, connection), ct);
    }
}
