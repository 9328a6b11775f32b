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

    /// <summary>Dates with their steps, then each rule they name once.</summary>
    public static void Write(DatesAnswer answer, TextWriter output)
    {
        foreach (var date in answer.Dates)
        {
            output.WriteLine($"{date.Kind.Name} ({date.Kind.Code}): {date.Calculated:yyyy-MM-dd}{(date.Actual == date.Calculated ? "" : $", done on {date.Actual:yyyy-MM-dd}")}");
            foreach (var step in date.Steps) output.WriteLine($"  - {step}");
        }

        if (answer.Remarks.Count > 0) output.WriteLine("Also considered");
        foreach (var step in answer.Remarks) output.WriteLine($"  - {step}");
        var rules = answer.Dates.SelectMany(d => d.Steps).Concat(answer.Remarks).DistinctBy(s => s.RuleId).OrderBy(s => s.RuleId, StringComparer.Ordinal).ToList();
        if (rules.Count > 0) output.WriteLine("Rules");
        foreach (var rule in rules)
        {
            output.WriteLine($"  {rule.RuleId}: {rule.Value}");
            output.WriteLine($"    {rule.Source}; {rule.Confidence.Replace('_', ' ')}; announcement: {rule.Known}");
        }
    }
}
