using System.CommandLine;
using System.Globalization;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Processes;
using JourneyTracker.Outcomes.Processes.Export;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Counts an event log of somebody else's with the same counting that the map of journeys is made with, and writes it in the formats of process mining. It needs no database.</summary>
internal sealed class OutcomesLogVerb : Verb
{
    private readonly Argument<string> file = new("FILE") { Description = "An event log as CSV, packed or not: case_id, occurred_at, activity; every other column is an attribute" };
    private readonly Option<string?> xes = new("--xes") { Description = "Write it as XES too", HelpName = "FILE" };
    private readonly Option<string?> ocel = new("--ocel") { Description = "Write it as OCEL 2.0 (JSON) too", HelpName = "FILE" };
    private readonly Option<int> most = PlainOptions.Whole("--most", "How many pairs and ways are printed, the most frequent first; --json has all", "N", 20, 1, 100_000);

    public OutcomesLogVerb() : base("log", "Count an event log of your own, which stays outside the journal: what follows what, the ways through, and XES and OCEL files of it")
    {
        Arguments.Add(file);
        foreach (var option in new Option[] { xes, ocel, most }) Options.Add(option);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var path = session.Get(file)!;
        if (!File.Exists(path)) throw new RefusedException($"There is no file {path}.", how: "Name an event log.");
        try
        {
            var log = new LogFile(path);
            var (graph, ways) = Count(log);
            Write(session.Get(xes), stream => XesWriter.Write(stream, Path.GetFileName(path), log.Traces()));
            Write(session.Get(ocel), stream => OcelWriter.Write(stream, log.Objects(), log.ObjectEvents()));
            session.Answer(
                new { graph.Cases, graph.Events, Activities = Sorted(graph.Activities), Starts = Sorted(graph.Starts), Ends = Sorted(graph.Ends), Follows = graph.Pairs.Sum(p => p.Count), graph.Pairs, Variants = ways },
                output => Say(output, graph, ways, session.Get(most)));
            return Task.FromResult(ExitCode.Done);
        }
        catch (LogFileException wrong)
        {
            throw new RefusedException(wrong.Message, path);
        }
    }

    private static (DirectlyFollowsGraph Graph, IReadOnlyList<Variant> Ways) Count(LogFile log)
    {
        var (pairs, ways) = (new DirectlyFollowsCounter(), new VariantCounter());
        foreach (var happened in log.Events())
        {
            pairs.Add(happened);
            ways.Add(happened);
        }

        return (pairs.Result(), ways.Result());
    }

    private static void Write(string? path, Action<Stream> write)
    {
        if (path is null) return;
        using var stream = File.Create(path);
        write(stream);
    }

    private static Dictionary<string, long> Sorted(IReadOnlyDictionary<string, long> counts) => counts.OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary();

    private static void Say(TextWriter output, DirectlyFollowsGraph graph, IReadOnlyList<Variant> ways, int most)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{graph.Cases:n0} cases, {graph.Events:n0} events, {graph.Activities.Count:n0} activities, {graph.Pairs.Count:n0} pairs, {ways.Count:n0} ways. It is your own file: nothing of it is hidden."));
        output.WriteLine();
        foreach (var pair in graph.Pairs.Take(most))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pair.Count,8:n0}  {pair.From} > {pair.To} ({pair.Cases:n0} cases, {pair.Gap.Median / 86_400:0.#} days in the middle)"));
        output.WriteLine();
        foreach (var way in ways.Take(most)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way.Cases,8:n0}  {way.Path}"));
    }
}
