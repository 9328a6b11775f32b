using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Statistics.Matching;

namespace JourneyTracker.Outcomes.Comparisons;

/// <summary>
/// Women whom a service met in the first weeks after release, each paired with a woman whom none met: the same area, ethnicity and quarter, and near in their last stay, arrests and sentences. Two kinds compare them.
/// </summary>
/// <param name="Question">What was asked.</param>
/// <param name="Candidates">All who were followed for long enough.</param>
/// <param name="Matching">The pairs.</param>
/// <param name="HasNotRun">Whether some were not followed for as long yet.</param>
internal sealed record EngagedWomen(QuestionFile Question, IReadOnlyList<MatchCandidate> Candidates, NearestNeighbourMatching Matching, bool HasNotRun)
{
    /// <summary>Each looks through all that are still free: more would take minutes.</summary>
    private const int Most = 20_000;

    private static readonly string[] Exact = ["area", "ethnicity", "quarter"];
    private static readonly string[] Nearest = ["stay_days", "arrests", "sentences"];

    public const string Reading = "Engaged: a service met or spoke to her, or she came to a session, within those weeks, also where support began before release. One to one without replacement: exactly the same area, ethnicity (5+1) and quarter of release, and among those the nearest in the days of her last stay, arrests in the two years before and sentences before (Euclidean, in pooled standard deviations).";

    public static OutcomeNote Limit { get; } = new(NoteAbout.Limit, "Matching makes two groups alike in what is recorded and matched on, and in nothing else: why a service met one and not the other, her health, her age and her home are not in it. A difference is no proof that support made it. It speaks for matched women alone.");

    private DuckTable Table { get; init; } = new([], []);

    private Dictionary<string, object?[]> Rows { get; init; } = [];

    /// <param name="within">Label and hint of the days that are followed.</param>
    public static IReadOnlyList<OutcomeParameter> Parameters((string Label, string Hint) within) =>
    [
        CommonParameters.From with { Hint = "The first day on which she may have been released" }, CommonParameters.To with { Hint = "The last day on which she may have been released" }, CommonParameters.KnownUntil,
        new("weeks", "Weeks", "A service met her within so many weeks after release", ParameterType.Whole) { Default = "4", Range = (1, 26), IsForEvaluators = true },
        new("within", within.Label, within.Hint, ParameterType.Whole) { Default = "180", Range = (1, 1095), IsForEvaluators = true },
        new("caliper", "Caliper", "The greatest distance of a pair, in hundredths of a pooled standard deviation; 0 for none", ParameterType.Whole) { Default = "100", Range = (0, 1000), IsForEvaluators = true },
    ];

    /// <param name="values">Of the parameters.</param>
    /// <param name="about">What is asked of them, in words.</param>
    /// <param name="untilTheEnd">Whether who was recalled and died or left the area after that, before the days were over, is left out too: what there was of her until the end is not known.</param>
    /// <param name="store">That is asked.</param>
    /// <exception cref="QuestionException">There are too many of them.</exception>
    public static EngagedWomen Of(OutcomeValues values, string about, bool untilTheEnd, OutcomeStoreView store, CancellationToken ct)
    {
        var question = new QuestionFile(QuestionKind.Measure, "matched-engaged", 2, about, values.All.ToDictionary(v => v.Key.Replace('-', '_'), v => v.Value), MeasureList.Text("matched.sql"));
        var table = question.Ask(store.Connection, ct);
        var followed = table.Rows.Where(r => r[table["answer"]] is "yes" or "no" && !(untilTheEnd && (bool)r[table["gone"]]!)).ToDictionary(r => Text(r[table["person"]]));
        if (followed.Count > Most) throw new QuestionException($"{followed.Count} women were released in that time, and at most {Most} can be matched: say a shorter period.") { Parameter = "to" };
        var candidates = followed.Select(r => new MatchCandidate(r.Key, (bool)r.Value[table["engaged"]]!, [.. Exact.Select(c => Text(r.Value[table[c]]))], [.. Nearest.Select(c => Convert.ToDouble(r.Value[table[c]], CultureInfo.InvariantCulture))])).ToList();
        var caliper = values.Whole("caliper") is > 0 and var hundredths ? hundredths / 100.0 : (double?)null;
        return new(question, candidates, NearestNeighbourMatching.Of(candidates, Exact, Nearest, caliper), table.Rows.Any(r => r[table["answer"]] is "not-run")) { Table = table, Rows = followed };
    }

    /// <summary>Whether she was recalled within the days.</summary>
    public bool WasRecalled(string key) => (string)Rows[key][Table["answer"]]! == "yes";

    /// <summary>The day of her release, the last of the weeks, and the last of the days that follow.</summary>
    public (DateOnly Released, DateOnly Starts, DateOnly Ends) Days(string key) => ((DateOnly)Rows[key][Table["released_on"]]!, (DateOnly)Rows[key][Table["starts_on"]]!, (DateOnly)Rows[key][Table["ends_on"]]!);

    /// <summary>What is to be known of any comparison of them.</summary>
    /// <param name="tables">What is said.</param>
    public IEnumerable<OutcomeNote> Notes(IReadOnlyList<AnswerTable> tables)
    {
        if (Matching.Pairs.Count == 0) yield return new(NoteAbout.Unknown, "Nobody could be matched.");
        if (HasNotRun) yield return new(NoteAbout.NotRun, "Some releases have not been followed for as long yet: they are not compared.");
        if (tables.Any(t => t.HasHidden)) yield return new(NoteAbout.Hidden, HiddenWords.Rows(tables.Sum(t => t.Rows.Count(r => r.Any(c => c.Why == WhyNone.Suppressed)))));
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
