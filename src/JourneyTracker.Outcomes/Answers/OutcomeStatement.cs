using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>The statement of a kind, which is kept as a question file is (NAME.sql): its parameters are those of the kind with _ for -.</summary>
internal static class OutcomeStatement
{
    /// <param name="name">Of the file.</param>
    /// <param name="values">What was asked; what is not said is as the file says.</param>
    public static QuestionFile Of(string name, OutcomeValues values)
    {
        var question = QuestionFile.Parse(MeasureList.Text($"{name}.sql"));
        return question.With(question.Parameters.ToDictionary(p => p.Key, p => values.Find(p.Key.Replace('_', '-')) ?? p.Value));
    }
}
