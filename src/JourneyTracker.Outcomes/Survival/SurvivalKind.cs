using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Outcomes.Survival;

/// <summary>How long until something happens to women who entered in a period: Kaplan-Meier, and with what else may end it Aalen-Johansen.</summary>
public sealed class SurvivalKind : OutcomeKind
{
    private const string Others = "other";

    public override string Name => "survival";

    public override string Title => "Time until something happens";

    public override string About => "How long after an arrest, a release, an order, a diversion or a referral until something happens, with intervals, by group, and with what else may end it.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        CommonParameters.OneOf("entry", "From", "What the women have in common: time is counted from that day", ("first-arrest", "First arrest"), ("release", "Release on licence"), ("order", "Community or suspended sentence order"), ("diversion", "Diversion"), ("referral", "Referral to a service"))
            with { Default = "release" },
        CommonParameters.OneOf("event", "Until", "What is waited for", ("recall", "Recall"), ("arrest", "Arrest"), ("custody", "Reception into custody"), ("conviction", "Conviction"), ("contact", "First contact with a service"))
            with { Default = "recall" },
        CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil,
        // Of those who came to a gate some entered here: by group it is a limit to what the gates hide.
        new("by", "Broken down by", "Area, ethnicity, or the type of what they have in common", ParameterType.Choice)
        {
            Choices = [new("area", "Area") { IsForEvaluators = true }, new("ethnicity", "Ethnicity") { IsForEvaluators = true }, new("type", "Type") { IsForEvaluators = true }],
        },
        CommonParameters.OneOf("interval", "Intervals on", "On which scale intervals are worked out", ("log", "Log scale"), ("log-log", "Log-log scale")) with { Default = "log" },
    ];

    /// <summary>A year, whatever is said, so that every question about a period is answered from the same edition. Our own choice.</summary>
    public override DateOnly RunsUntil(OutcomeValues values) => values.Day("to").AddYears(1);

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var (question, by) = (OutcomeStatement.Of(Name, values), values.Find("by"));
        var whole = FollowedGroup.Of(question.With(new Dictionary<string, string> { ["by"] = "" }).Ask(store.Connection, ct), values.Text("event")).SingleOrDefault();
        var parts = by is null || whole is null ? [] : FollowedGroup.Of(question.Ask(store.Connection, ct), values.Text("event"));
        var shown = Shown(whole, parts, store.ShowsSmall);
        var scale = values.Text("interval") == "log" ? IntervalScale.Log : IntervalScale.LogLog;
        IReadOnlyList<FollowedGroup> all = whole is null ? [] : [whole, .. parts];
        var curves = CurveTable.Of(whole, parts, shown, scale, by ?? "", store.ShowsSmall);
        return new OutcomeAnswer(
            Name, values.All, $"{Label("entry", values)} to {Label("event", values).ToLowerInvariant()}", OutcomeQuote.Of(question, store.Generation), new(question.About),
            [.. Notes(whole, all.Count - shown.Count, by)],
            [
                SurvivalTables.Groups(all, shown, by ?? "", store.ShowsSmall),
                .. whole is not null && shown.Contains(whole) ? new[] { SurvivalTables.Incidence(store.ShowsSmall ? whole : whole.WithoutRareCauses(Others), scale, store.ShowsSmall) } : [],
                curves,
                .. parts.Count > 1 && shown.Count == all.Count ? new[] { SurvivalTables.LogRank(LogRankTest.Of([.. parts.Select(g => (g.Name, (IReadOnlyCollection<SurvivalTime>)g.AsSurvival()))])) } : [],
            ],
            [new(ChartKind.Curve, "incidence", "day", "share", "cause", "lower95", "upper95"), new(ChartKind.Curve, "curve", "day", "not_yet", "group", "lower95", "upper95")]);
    }

    /// <summary>All together are decided on first; then groups, of which the total is known.</summary>
    private static HashSet<FollowedGroup> Shown(FollowedGroup? whole, IReadOnlyList<FollowedGroup> parts, bool showsSmall)
    {
        if (whole is null || (whole.IsSmall && !showsSmall)) return [];
        var sheet = new Sheet<FollowedGroup>();
        if (parts.Count > 0) sheet.AddShares(parts, g => (g.Events, g.N - g.Events), isKnown: true);
        return [whole, .. showsSmall ? parts : new RowSuppression<FollowedGroup>([sheet], DisclosurePolicy.Usual, g => g.N).Shown(parts, parts.Where(g => g.IsSmall))];
    }

    private static IEnumerable<OutcomeNote> Notes(FollowedGroup? whole, int hidden, string? by)
    {
        if (whole is null) yield return new(NoteAbout.Limit, "Nobody entered in the period.");
        if (hidden > 0) yield return new(NoteAbout.Hidden, HiddenWords.Rows(hidden));
        if (by is not null && hidden > 0) yield return new(NoteAbout.Limit, "Groups are compared (log-rank test) only where all of them are shown.");
        yield return new(NoteAbout.Limit, "Curves are read on days between which nothing came about for 1 to 5 women.");
        yield return new(NoteAbout.Limit, "What came first says to how many it has happened. The curve of those to whom it has not is about something else: it takes who died, left the area, was remanded or came to the end of her licence as if it could still have happened to her.");
    }

    private string Label(string parameter, OutcomeValues values) => Parameters.Single(p => p.Name == parameter).Choices.Single(c => c.Value == values.Text(parameter)).Label;
}
