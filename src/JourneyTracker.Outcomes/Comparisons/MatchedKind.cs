using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Comparisons;

/// <summary>
/// Women whom a service met in the first weeks after release against women whom none met, matched on what was so before: the same area, ethnicity and quarter, and near in their last stay, arrests and sentences.
/// Recall is counted from the end of those weeks on, so that nobody counts as met because she was not recalled before.
/// </summary>
public sealed class MatchedKind : OutcomeKind
{
    public override string Name => "matched";

    public override string Title => "Engaged against not engaged";

    public override string About => "Women whom a service met in the first weeks after release against matched women whom none met: how many were recalled after that, how alike the two groups are, and what it cannot tell.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } = EngagedWomen.Parameters(("Recalled within", "How many days after those weeks a recall counts"));

    /// <summary>A year, whatever is said, so that every question about a period is answered from the same edition. Our own choice.</summary>
    public override DateOnly RunsUntil(OutcomeValues values) => values.Day("to").AddYears(1);

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var women = EngagedWomen.Of(values, About, untilTheEnd: false, store, ct);
        var tables = MatchedTables.Of(women.Matching, women.Candidates, women.WasRecalled, store.ShowsSmall);
        return new OutcomeAnswer(Name, values.All, Title, OutcomeQuote.Of(women.Question, store.Generation), Define(values), [.. women.Notes(tables), EngagedWomen.Limit], tables, [new AnswerChart(ChartKind.Bars, "outcome", "part", "rate", Low: "lower95", High: "upper95")]);
    }

    private static OutcomeDefinition Define(OutcomeValues values) => new(EngagedWomen.Reading)
    {
        Numerator = $"women recalled within {values.Text("within")} days after those weeks",
        Denominator = "matched women, by their first release on licence in the period",
        FollowUp = $"{values.Text("weeks")} weeks, then {values.Text("within")} days; who has not been followed as long is left out",
        Exclusions = "recalled within the weeks; died or left the area before the days were over; no woman near enough. A licence that ends before the days are over counts as no recall",
        Source = "own formulation",
        Confidence = "definition unverified",
    };
}
