using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>What the store says to a measure.</summary>
/// <param name="Question">What was asked, so that it can be asked again.</param>
/// <param name="Table">The counts; null when nothing can be said.</param>
/// <param name="Unknown">Why nothing can be said; it is never zero.</param>
/// <param name="Sources">Who feeds it.</param>
public sealed record MeasureAnswer(QuestionFile Question, DuckTable? Table, string? Unknown, IReadOnlyList<MeasureSource> Sources)
{
    /// <summary>Asks a measure that has a statement.</summary>
    /// <exception cref="QuestionException">It has none, or is not broken down by that.</exception>
    public static MeasureAnswer Of(MeasureDefinition measure, MeasurePeriod period, string? by, DuckConnection connection, CancellationToken ct)
    {
        var question = measure.Question(period, by);
        var sources = MeasureSource.Of(measure, connection, ct);
        var unknown = MeasureSource.Missing(measure, sources, period.To);
        return new MeasureAnswer(question, unknown is null ? question.Ask(connection, ct) : null, unknown, sources);
    }
}
