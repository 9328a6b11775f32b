using System.CommandLine;
using System.Globalization;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Processes;
using JourneyTracker.Outcomes.Processes.Kinds;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>What follows what in women's journeys: the process map, and the ways through.</summary>
internal sealed class OutcomesMapVerb : Verb
{
    private readonly Option<int> most = PlainOptions.Whole("--most", "How many pairs and ways are listed, the most frequent first", "N", 20, 1, 100_000);
    private readonly MapKind kind = new();
    private readonly KindOptions options;

    public OutcomesMapVerb() : base("map", "Say what follows what, how often and after how many days; of a question of your own also which ways women went")
    {
        options = new KindOptions(kind, most);
        Arguments.Add(Asked.FileOrNone);
        foreach (var option in options.All.Append(Asked.Set)) Options.Add(option);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => session.Get(Asked.FileOrNone) is not { } file ? KindVerb.AnswerAsync(session, kind, options.Said(session), cancellation) : Asked.AnswerAsync(
        session, file, (question, open) =>
        {
            if (question.Kind != QuestionKind.Events) throw new QuestionException($"{question.Name} gives no events.");
            using var connection = open.Connect();
            var log = Log(question.Ask(connection, cancellation));
            var (graph, ways) = (DirectlyFollowsGraph.Of(log), VariantCounter.Of(log));
            var all = session.Get(Asked.ShowSmall);
            var pairs = graph.Pairs.Where(p => all || !DisclosurePolicy.Usual.IsSmall(p.Cases)).ToList();
            var variants = ways.Where(v => all || !DisclosurePolicy.Usual.IsSmall(v.Cases)).ToList();
            session.Answer(
                new
                {
                    Question = Asked.Quote(session, question, open.Generation),
                    graph.Cases,
                    graph.Events,
                    Activities = Shown(graph.Activities, all),
                    Starts = Shown(graph.Starts, all),
                    Ends = Shown(graph.Ends, all),
                    Pairs = pairs.Take(session.Get(most)),
                    PairsInAll = graph.Pairs.Count,
                    HiddenPairs = graph.Pairs.Count - pairs.Count,
                    Variants = variants.Take(session.Get(most)),
                    VariantsInAll = ways.Count,
                    HiddenVariants = ways.Count - variants.Count,
                },
                output =>
                {
                    Asked.WriteQuote(question, open.Generation, output);
                    output.WriteLine($"{graph.Cases:n0} journeys, {graph.Events:n0} events, {graph.Pairs.Count:n0} pairs, {ways.Count:n0} ways.");
                    output.WriteLine();
                    foreach (var pair in pairs.Take(session.Get(most)))
                        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pair.Count,8:n0}  {pair.From} > {pair.To} ({pair.Cases:n0} women, {pair.Gap.Median:0.#} days in the middle)"));
                    output.WriteLine();
                    foreach (var way in variants.Take(session.Get(most))) output.WriteLine($"{way.Cases,8:n0}  {way.Path}");
                    if (pairs.Count < graph.Pairs.Count || variants.Count < ways.Count)
                        output.WriteLine($"{graph.Pairs.Count - pairs.Count:n0} pairs and {ways.Count - variants.Count:n0} ways of 1 to 5 women are not shown.");
                });
            return ExitCode.Done;
        }, cancellation);

    private static IReadOnlyDictionary<string, long> Shown(IReadOnlyDictionary<string, long> counts, bool all) =>
        counts.Where(c => all || !DisclosurePolicy.Usual.IsSmall(c.Value)).OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary();

    private static List<ProcessEvent> Log(DuckTable table)
    {
        foreach (var column in new[] { "person", "activity", "day" })
            if (!table.Has(column)) throw new QuestionException($"The events have no column {column}.");
        var (person, activity, day) = (table["person"], table["activity"], table["day"]);
        return [.. table.Rows.Select(r => ProcessEvent.OnDay(Convert.ToString(r[person], CultureInfo.InvariantCulture)!, (string)r[activity]!, (DateOnly)r[day]!))];
    }
}
