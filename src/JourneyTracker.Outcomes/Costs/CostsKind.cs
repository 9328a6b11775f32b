using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Comparisons;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>
/// What support cost and what justice cost less, of women whom a service met in the first weeks after release and matched women whom none met. Support counts from the day of release on, justice from the end of those
/// weeks on, as recall does in the matched comparison. For evaluators alone: it counts women whom the gates count, in other words, and a saving is easily read without its limits.
/// </summary>
public sealed class CostsKind : OutcomeKind
{
    public override string Name => "costs";

    public override string Title => "Cost and benefit of support";

    public override string About => "Women whom a service met in the first weeks after release against matched women whom none met: what support there was and how much less of justice, what both come to by your own unit costs, and what that depends on.";

    public override bool IsForEvaluators => true;

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } = EngagedWomen.Parameters(("Followed for", "How many days after those weeks are counted"));

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var women = EngagedWomen.Of(values, About, untilTheEnd: true, store, ct);
        var sources = MeasureSource.Of([.. CostItem.All.SelectMany(i => i.RestsOn).Distinct()], store.Connection, ct);
        var items = CountedItems.Of(women, sources, store, ct);
        var balance = new CostBalance([.. items.All.SelectMany(i => store.Imported.UnitCosts.Where(c => c.Item == i.Item.Code).Select(c => new CostedItem(i, c)))]);
        IReadOnlyList<AnswerTable> tables = [CostTables.Items(items), .. Money(items, balance), MatchedTables.Balance(women.Matching, women.Candidates, store.ShowsSmall), .. balance.Items.Count == 0 ? [] : new[] { UnitCostTable.Of([.. balance.Items.Select(i => i.Cost)]) }];
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(Question(women, balance), store.Generation), Define(values),
            [.. women.Notes(tables), .. CostNotes.Of(items, balance), EngagedWomen.Limit, .. sources.Select(s => new OutcomeNote(NoteAbout.Source, s.InWords))], tables, [new AnswerChart(ChartKind.Bars, "sensitivity", "what", "range")]);
    }

    private static IEnumerable<AnswerTable> Money(CountedItems items, CostBalance balance)
    {
        if (balance.Items.Count == 0) yield break;
        yield return CostTables.Values(items, balance.Items);
        AnswerCell? hidden = balance.Items.Any(i => !i.Counted.IsFed || i.Counted.Met.Count == 0) ? AnswerCell.NotAvailable : balance.Items.All(i => items.Shown.Contains(i.Counted)) ? null : AnswerCell.Suppressed;
        yield return BalanceTables.Net(balance, hidden);
        if (hidden is not null || !balance.HasJustice || !balance.HasSupport) yield break;
        yield return BalanceTables.Sensitivity(balance);
        yield return BalanceTables.BreakEven(balance);
    }

    /// <summary>Who is compared, what is counted of them, and the unit costs.</summary>
    private QuestionFile Question(EngagedWomen women, CostBalance balance) => new(
        QuestionKind.Measure, "costs-engaged", 1, About, new Dictionary<string, string>(women.Question.Parameters) { ["unit_costs"] = UnitCostTable.Hash([.. balance.Items.Select(i => i.Cost)]) }, $"{women.Question.Sql}\n{CountedItems.Statement}");

    private static OutcomeDefinition Define(OutcomeValues values) => new($"{EngagedWomen.Reading} Support counts from the day of release on, justice from the end of the weeks on. A woman who was met later stays among those not met, with the support she then had.")
    {
        Numerator = $"what there was of each item until {values.Text("within")} days after the weeks. {string.Join("; ", CostItem.All.Select(i => $"{i.Title}: {i.Counted}"))}",
        Denominator = "matched women, by their first release on licence in the period",
        FollowUp = $"{values.Text("weeks")} weeks, then {values.Text("within")} days; who has not been followed as long is left out",
        Exclusions = "recalled within the weeks; died or left the area before the days were over; no woman near enough",
        Source = "own formulation; unit costs as their rows say",
        Confidence = "definition unverified",
    };
}
