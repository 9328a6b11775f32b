using JourneyTracker.Domain.Law;

namespace JourneyTracker.Cli.Dates;

/// <summary>An answer of the law for people and for programs.</summary>
internal static class AnswerWords
{
    public static object Document(DatesAnswer answer) => new
    {
        answer.LawOn,
        Dates = answer.Dates.Select(d => new { d.Kind.Code, d.Kind.Name, d.Calculated, d.Actual, d.Steps }),
        answer.Remarks,
    };

    public static void Write(DatesAnswer answer, TextWriter output)
    {
        foreach (var date in answer.Dates)
        {
            output.WriteLine($"{date.Kind.Name} ({date.Kind.Code}): {date.Calculated:yyyy-MM-dd}{(date.Actual == date.Calculated ? "" : $", done on {date.Actual:yyyy-MM-dd}")}");
            foreach (var step in date.Steps) WriteStep(step, output);
        }

        if (answer.Remarks.Count > 0) output.WriteLine("Also considered");
        foreach (var step in answer.Remarks) WriteStep(step, output);
    }

    private static void WriteStep(Step step, TextWriter output)
    {
        output.WriteLine($"  - {step}");
        output.WriteLine($"    Rule {step.RuleId}: {step.Value} ({step.Source}; {step.Confidence.Replace('_', ' ')})");
    }
}
