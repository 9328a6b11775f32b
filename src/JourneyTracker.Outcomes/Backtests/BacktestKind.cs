using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Backtests;

/// <summary>
/// A rule that speaks of women on licence, held against what happened later: on one day of each licence what was said from what was known then, and whether she was recalled within some days. One day of each
/// licence, because days that follow each other are no separate observations. The numbers are for evaluators (safeguards S1).
/// </summary>
public sealed class BacktestKind : OutcomeKind
{
    private const string Rule = "recall-risk";
    private const int Fortnight = 14;
    private const int Step = 7;
    private static readonly string Statement = MeasureList.Text("backtest.sql");
    private static readonly string FlagStatement = MeasureList.Text("backtest_flags.sql");

    public override string Name => "backtest";

    public override string Title => "Backtest of a rule";

    public override string About => "What a rule would have said of each licence on a day, from what was known then, against what happened later: by points, as area under the curve, by group; and recalls soon after support was needed.";

    public override bool IsForEvaluators => true;

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        CommonParameters.OneOf("rule", "Rule", "The rule that is tested", (Rule, "Support on licence")) with { Default = Rule },
        new("after", "Days after the licence began", "The day of each licence on which the rule is asked: a whole number of weeks", ParameterType.Whole) { Default = "28", Range = (Step, 364) },
        new("within", "Recalled within", "How many days after that day a recall counts", ParameterType.Whole) { Default = "180", Range = (1, 1095) },
        CommonParameters.KnownUntil,
        CommonParameters.OneOf("by", "By group", "Each group by itself", ("area", "Area"), ("ethnicity", "Ethnicity")),
    ];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        if (values.Whole("after") % Step != 0) throw new QuestionException($"after \"{values.Text("after")}\" is no whole number of weeks: say 7, 14, 21, 28 ...") { Parameter = "after" };
        var question = new QuestionFile(QuestionKind.Measure, $"backtest-{Rule}", 1, About, Named(values), Statement);
        var licences = question.Ask(store.Connection, ct);
        var rows = licences.Rows.Select(r => new Licence((string)r[licences["rule"]]!, (long)r[licences["points"]]!, (string)r[licences["answer"]]!, (bool)r[licences["by_the_source"]]!, Part(licences, r, values.Find("by")))).ToList();
        var followed = rows.Where(r => r.Followed).ToList();
        List<AnswerTable> tables = [BacktestTables.ByPoints(followed, store.ShowsSmall), BacktestTables.Areas(followed, values.Find("by"), store.ShowsSmall), BacktestTables.Flags(Flags(values, store, ct), store.ShowsSmall)];
        return new OutcomeAnswer(Name, values.All, Title, OutcomeQuote.Of(question, store.Generation), Define(values), [.. Notes(rows, followed, tables)], tables, [new AnswerChart(ChartKind.Bars, "points", "part", "rate", Low: "lower95", High: "upper95")]);
    }

    private static DuckTable Flags(OutcomeValues values, OutcomeStoreView store, CancellationToken ct) =>
        new QuestionFile(QuestionKind.Measure, $"flags-{Rule}", 1, "", new Dictionary<string, string>(Named(values)) { ["fortnight"] = $"{Fortnight}" }, FlagStatement).Ask(store.Connection, ct);

    /// <summary>A statement's parameters have no hyphens.</summary>
    private static Dictionary<string, string> Named(OutcomeValues values) => values.All.ToDictionary(v => v.Key.Replace('-', '_'), v => v.Value);

    private static string Part(DuckTable table, object?[] row, string? by) => by is null ? "All" : row[table[by]] as string ?? "not known";

    private static OutcomeDefinition Define(OutcomeValues values) => new("On that day of each licence: the points the rule would have given from what was known then, which is when the agency's own system learnt it where that is on record, and else when it was recorded here. A recall counts from the day the licence was revoked.")
    {
        Numerator = $"licences on which she was recalled within {values.Text("within")} days after that day",
        Denominator = $"licences that were open, and known to be, {values.Text("after")} days after they began",
        FollowUp = $"{values.Text("within")} days; a licence whose days have not all run is left out",
        Exclusions = "a licence that began before anything was known of it here; what is recorded of women on licence and was erased",
        Source = "support_factors.csv; safeguards S1 and S2",
        Confidence = "every weight of the rule is assumed",
    };

    private static IEnumerable<OutcomeNote> Notes(List<Licence> rows, List<Licence> followed, List<AnswerTable> tables)
    {
        if (rows.Count == 0) yield return new(NoteAbout.Unknown, "No scores stand in the store, or no licence reached that day: make them with ./journey outcomes scores.");
        else yield return new(NoteAbout.Limit, $"Scores were made by {string.Join(", ", rows.Select(r => r.Rule).Distinct())}.");
        if (rows.Count > followed.Count) yield return new(NoteAbout.NotRun, "Licences whose days have not all run by the day until which all is known are not counted.");
        if (rows.Any(r => r.ByTheSource)) yield return new(NoteAbout.Source, "Of some licences a part was imported: when it was known is what the agency's own system says.");
        if (tables.Any(t => t.HasHidden)) yield return new(NoteAbout.Hidden, HiddenWords.Rows(tables.Sum(t => t.Rows.Count(r => r.Any(c => c.Why == WhyNone.Suppressed)))));
        yield return new(NoteAbout.Limit, "A recall is a decision of people, who may have acted on what the rule looks at; help that was given and prevented one makes the rule look worse. Points are no probability: calibration is how often women with as many points were recalled.");
    }
}

/// <summary>One licence on the day.</summary>
/// <param name="Rule">The rule with its version.</param>
/// <param name="Points">What it gave.</param>
/// <param name="Answer">yes, no or not-run.</param>
/// <param name="ByTheSource">When something was known is what an agency's system says.</param>
/// <param name="Group">Her group.</param>
internal sealed record Licence(string Rule, long Points, string Answer, bool ByTheSource, string Group)
{
    public bool Followed => Answer is "yes" or "no";

    public bool Happened => Answer == "yes";
}
