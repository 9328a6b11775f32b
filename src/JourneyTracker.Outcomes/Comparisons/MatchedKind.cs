using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Statistics.Matching;

namespace JourneyTracker.Outcomes.Comparisons;

/// <summary>
/// Women whom a service met in the first weeks after release against women whom none met, matched on what was so before: the same area, ethnicity and quarter, and near in their last stay, arrests and sentences.
/// Recall is counted from the end of those weeks on, so that nobody counts as met because she was not recalled before.
/// </summary>
public sealed class MatchedKind : OutcomeKind
{
    /// <summary>Each looks through all that are still free: more would take minutes.</summary>
    private const int Most = 20_000;

    private static readonly string[] Exact = ["area", "ethnicity", "quarter"];
    private static readonly string[] Nearest = ["stay_days", "arrests", "sentences"];
    private static readonly string Statement = MeasureList.Text("matched.sql");

    public override string Name => "matched";

    public override string Title => "Engaged against not engaged";

    public override string About => "Women whom a service met in the first weeks after release against matched women whom none met: how many were recalled after that, how alike the two groups are, and what it cannot tell.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        CommonParameters.From with { Hint = "The first day on which she may have been released" }, CommonParameters.To with { Hint = "The last day on which she may have been released" }, CommonParameters.KnownUntil,
        new("weeks", "Weeks", "A service met her within so many weeks after release", ParameterType.Whole) { Default = "4", Range = (1, 26) },
        new("within", "Recalled within", "How many days after those weeks a recall counts", ParameterType.Whole) { Default = "180", Range = (1, 1095) },
        new("caliper", "Caliper", "The greatest distance of a pair, in hundredths of a pooled standard deviation; 0 for none", ParameterType.Whole) { Default = "100", Range = (0, 1000) },
    ];

    /// <summary>A year, whatever is said, so that every question about a period is answered from the same edition. Our own choice.</summary>
    public override DateOnly RunsUntil(OutcomeValues values) => values.Day("to").AddYears(1);

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var question = new QuestionFile(QuestionKind.Measure, "matched-engaged", 1, About, values.All.ToDictionary(v => v.Key.Replace('-', '_'), v => v.Value), Statement);
        var table = question.Ask(store.Connection, ct);
        var followed = table.Rows.Where(r => r[table["answer"]] is "yes" or "no").ToDictionary(r => Key(r[table["person"]]));
        if (followed.Count > Most) throw new QuestionException($"{followed.Count} women were released in that time, and at most {Most} can be matched: say a shorter period.") { Parameter = "to" };
        var candidates = followed.Select(r => new MatchCandidate(r.Key, (bool)r.Value[table["engaged"]]!, [.. Exact.Select(c => Convert.ToString(r.Value[table[c]], CultureInfo.InvariantCulture)!)], [.. Nearest.Select(c => Convert.ToDouble(r.Value[table[c]], CultureInfo.InvariantCulture))])).ToList();
        var caliper = values.Whole("caliper") is > 0 and var hundredths ? hundredths / 100.0 : (double?)null;
        var matching = NearestNeighbourMatching.Of(candidates, Exact, Nearest, caliper);
        var tables = MatchedTables.Of(matching, candidates, key => (string)followed[key][table["answer"]]! == "yes", store.ShowsSmall);
        return new OutcomeAnswer(Name, values.All, Title, OutcomeQuote.Of(question, store.Generation), Define(values), [.. Notes(table, matching, tables)], tables, [new AnswerChart(ChartKind.Bars, "outcome", "part", "rate", Low: "lower95", High: "upper95")]);
    }

    private static string Key(object? person) => Convert.ToString(person, CultureInfo.InvariantCulture)!;

    private static OutcomeDefinition Define(OutcomeValues values) => new("Engaged: the first contact of a support episode lies within those weeks. One to one without replacement: exactly the same area, ethnicity (5+1) and quarter of release, and among those the nearest in the days of her last stay, arrests in the two years before and sentences before (Euclidean, in pooled standard deviations).")
    {
        Numerator = $"women recalled within {values.Text("within")} days after those weeks",
        Denominator = "matched women, by their first release on licence in the period",
        FollowUp = $"{values.Text("weeks")} weeks, then {values.Text("within")} days; who has not been followed as long is left out",
        Exclusions = "recalled within the weeks; died or left the area before the days were over; no woman near enough. A licence that ends before the days are over counts as no recall",
        Source = "own formulation",
        Confidence = "definition unverified",
    };

    private static IEnumerable<OutcomeNote> Notes(DuckTable table, NearestNeighbourMatching matching, IReadOnlyList<AnswerTable> tables)
    {
        if (matching.Pairs.Count == 0) yield return new(NoteAbout.Unknown, "Nobody could be matched.");
        if (table.Rows.Any(r => r[table["answer"]] is "not-run")) yield return new(NoteAbout.NotRun, "Some releases have not been followed for as long yet: they are not compared.");
        if (tables.Any(t => t.HasHidden)) yield return new(NoteAbout.Hidden, HiddenWords.Rows(tables.Sum(t => t.Rows.Count(r => r.Any(c => c.Why == WhyNone.Suppressed)))));
        yield return new(NoteAbout.Limit, "Matching makes two groups alike in what is recorded and matched on, and in nothing else: why a service met one and not the other, her health, her age and her home are not in it. A difference is no proof that support made it. It speaks for matched women alone.");
    }
}
