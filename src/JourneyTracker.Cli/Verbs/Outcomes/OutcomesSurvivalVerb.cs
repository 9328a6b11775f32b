using System.CommandLine;
using System.Globalization;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Statistics.Survival;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Outcomes.Survival;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>How long until something happens to the women of a cohort (Kaplan-Meier), with rates within windows and the log-rank test between groups.</summary>
internal sealed class OutcomesSurvivalVerb : Verb
{
    private readonly Option<string?> happening = new("--event") { Description = "Until what: which event of the cohort, or recall, arrest, custody, conviction or contact", HelpName = "NAME" };
    private readonly Option<string?> by = new("--by") { Description = "By area, ethnicity or type; of a cohort of your own a column, of which each value is a group", HelpName = "COLUMN" };
    private readonly Option<string?> only = new("--groups") { Description = "For a cohort of your own: these groups alone, as A,B", HelpName = "LIST" };
    private readonly Option<int[]> days = new("--days") { Description = "For a cohort of your own: days since the index day for which the curve is read", HelpName = "N", DefaultValueFactory = _ => [30, 90, 180, 365, 730], AllowMultipleArgumentsPerToken = true };
    private readonly Option<IntervalScale?> interval = PlainOptions.OneOf<IntervalScale>("--interval", "On which scale intervals are worked out; log when not said");
    private readonly SurvivalKind kind = new();
    private readonly KindOptions options;

    public OutcomesSurvivalVerb() : base("survival", "Say how long until something happens to the women who entered in a period, or of a cohort of your own, with intervals and the log-rank test")
    {
        options = new KindOptions(kind, happening, by, interval);
        Arguments.Add(Asked.FileOrNone);
        foreach (var option in (Option[])[.. options.All, only, days, Asked.Set]) Options.Add(option);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => session.Get(Asked.FileOrNone) is not { } file ? KindVerb.AnswerAsync(session, kind, options.Said(session), cancellation) : Asked.AnswerAsync(
        session, file, (question, open) =>
        {
            var happens = session.Get(happening) ?? throw new RefusedException("A cohort of your own has several events.", "--event", "Say which with --event.") { IsWrongUsage = true };
            using var connection = open.Connect();
            var cohort = Cohort.Read(question, connection, cancellation);
            var groups = Only(cohort.FollowUps(happens, session.Get(by)), session.Get(only));
            var answers = groups.Select(g => new GroupSurvival(g.Group, g.Women, session.Get(days)!, session.Get(interval) ?? IntervalScale.Log, session.Get(Asked.ShowSmall))).ToList();
            var shown = session.Get(Asked.ShowSmall) ? answers : [.. GroupSurvival.Shown(answers)];
            var test = groups.Count > 1 && shown.Count == answers.Count && answers.Count > 1 ? LogRankTest.Of([.. groups.Select(g => (g.Group, (IReadOnlyCollection<SurvivalTime>)[.. g.Women.Select(w => w.Time)]))]) : null;
            session.Answer(
                new { Question = Asked.Quote(session, question, open.Generation), Event = happens, By = session.Get(by), Hidden = answers.Count - shown.Count, Groups = shown.Select(g => g.Document), LogRank = test },
                output => Write(question, open.Generation, shown, answers.Count - shown.Count, test, output));
            return ExitCode.Done;
        }, cancellation);

    private static List<(string Group, IReadOnlyList<CohortFollowUp> Women)> Only(IReadOnlyList<(string Group, IReadOnlyList<CohortFollowUp> Women)> groups, string? only)
    {
        if (only is null) return [.. groups];
        var names = only.Split(',');
        return names.FirstOrDefault(n => groups.All(g => g.Group != n)) is { } unknown
            ? throw new RefusedException($"There is no group {unknown}.", how: $"There are: {string.Join(", ", groups.Select(g => g.Group))}.")
            : [.. groups.Where(g => names.Contains(g.Group))];
    }

    private static void Write(QuestionFile question, Generation generation, IReadOnlyList<GroupSurvival> groups, int hidden, LogRankTest? test, TextWriter output)
    {
        Asked.WriteQuote(question, generation, output);
        foreach (var group in groups)
        {
            output.WriteLine();
            output.WriteLine($"{group.Group}: {group.Curve.N:n0} women, to {group.Curve.Events:n0} of them it happened; to a quarter by day {Day(group.Curve.Quantile(0.25))}, to half by day {Day(group.Curve.Quantile(0.5))}");
            output.WriteLine($"{"day",6}  {"at risk",8}  {"happened",8}  {"not yet",8}  {"95% interval",18}  {"within, of those followed as long",34}");
            foreach (var (point, bounds, window) in group.Points)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{point.Day,6}  {point.AtRisk,8:n0}  {point.CumulativeEvents,8:n0}  {Percent(point.Survival),8}  {(bounds is { } b ? $"{Percent(b.Low)} to {Percent(b.High)}" : "not known"),18}  {$"{window.Proportion.Events:n0} of {window.Proportion.N:n0} ({Percent(window.Proportion.Rate)})",34}"));
        }

        if (hidden > 0) output.WriteLine($"{hidden} groups are not shown: figures about 1 to 5 women, and those from which such figures could be worked out.");
        if (test is not null) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Log-rank test between the groups: chi-square {test.ChiSquare:f3} with {test.Degrees} degrees of freedom, p = {test.P:g3}"));
    }

    private static string Percent(double? share) => share is { } part ? string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.0}%") : "not known";

    private static string Day(double? day) => day?.ToString("0.#", CultureInfo.InvariantCulture) ?? "(not reached)";
}
