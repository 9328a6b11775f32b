using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Web.Outcomes;

/// <summary>How figures of an answer are written for people.</summary>
internal static class AnswerWords
{
    public static string Cell(AnswerCell cell, AnswerColumn column) => cell.Value is DateOnly day ? Words.Of(day) : cell.InWords(column);

    /// <summary>Whether figures stand in it, one under the other.</summary>
    public static bool IsFigure(AnswerColumn column) => column.Kind is ColumnKind.Count or ColumnKind.Rate or ColumnKind.Number;

    /// <summary>The charts of which table and columns stand there; what is about few women may be left out whole.</summary>
    public static IEnumerable<AnswerChart> Drawn(OutcomeAnswer answer) => answer.Charts.Where(c =>
        answer.Tables.Any(t => t.Name == c.Table && new[] { c.X, c.Y, c.Series, c.Low, c.High }.OfType<string>().All(column => t.Columns.Any(known => known.Name == column))));

    /// <summary>The shorthand that stands in a table.</summary>
    public static IReadOnlyList<WhyNone> Shorthand(AnswerTable table) => [.. table.Rows.SelectMany(r => r).Select(c => c.Why).OfType<WhyNone>().Distinct().Order()];

    /// <summary>The value of a parameter, for people.</summary>
    public static string Value(OutcomeParameter parameter, string value) => parameter.Type switch
    {
        ParameterType.Day when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => Words.Of(day),
        ParameterType.Question when parameter.Choices.FirstOrDefault(c => c.Value == value) is { } question => $"{question.Value}: {question.Label}",
        _ => parameter.Choices.FirstOrDefault(c => c.Value == value)?.Label ?? value,
    };
}
