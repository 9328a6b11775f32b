using JourneyTracker.Outcomes.Backtests;
using JourneyTracker.Outcomes.Comparisons;
using JourneyTracker.Outcomes.Costs;
using JourneyTracker.Outcomes.Custody;
using JourneyTracker.Outcomes.Disproportionality;
using JourneyTracker.Outcomes.Flows;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Needs;
using JourneyTracker.Outcomes.Packs;
using JourneyTracker.Outcomes.Processes.Kinds;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Stages;
using JourneyTracker.Outcomes.Survival;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>Every kind of question that can be asked.</summary>
public static class OutcomeKinds
{
    public static IReadOnlyList<OutcomeKind> All { get; } =
    [
        new MeasureKind(), new MeasuresKind(), new ChangesKind(), new FlowsKind(), new MapKind(), new VariantsKind(), new ConformanceKind(), new PopulationKind(), new StagesKind(), new SurvivalKind(), new DisproportionalityKind(), new NeedsKind(),
        new MatchedKind(), new CostsKind(), new SeriesKind(), new BacktestKind(),
    ];

    /// <exception cref="QuestionException">There is none of that name.</exception>
    public static OutcomeKind Named(string name) => Find(name) ?? throw new QuestionException($"There is no question called {name}; there are: {string.Join(", ", All.Select(k => k.Name))}.");

    /// <summary>The kinds that somebody may ask.</summary>
    /// <param name="isEvaluator">Whether they are an evaluator.</param>
    public static IEnumerable<OutcomeKind> For(bool isEvaluator) => All.Where(k => isEvaluator || !k.IsForEvaluators);

    /// <summary>Null when there is none of that name.</summary>
    public static OutcomeKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}
