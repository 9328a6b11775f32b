using JourneyTracker.Outcomes.Backtests;
using JourneyTracker.Outcomes.Comparisons;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>Every kind of question that can be asked.</summary>
public static class OutcomeKinds
{
    public static IReadOnlyList<OutcomeKind> All { get; } = [new MeasureKind(), new BacktestKind(), new MatchedKind(), new SeriesKind()];

    /// <exception cref="QuestionException">There is none of that name.</exception>
    public static OutcomeKind Named(string name) => Find(name) ?? throw new QuestionException($"There is no question called {name}; there are: {string.Join(", ", All.Select(k => k.Name))}.");

    /// <summary>Null when there is none of that name.</summary>
    public static OutcomeKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}
