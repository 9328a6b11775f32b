using System.Globalization;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>One step of an answer in plain words, with the rule behind it.</summary>
/// <param name="Words">What was done, with its figures.</param>
/// <param name="RuleId">The rule it rests on.</param>
/// <param name="Value">What the rule says.</param>
/// <param name="Known">The day the rule was announced or made; "not recorded" where that is not sourced.</param>
/// <param name="Confidence">verified, partly_verified, inferred or unverified.</param>
public sealed record Step(string Words, string RuleId, string Value, string Known, string Source, string Confidence)
{
    /// <summary>Whether the rule, or part of it, still has to be checked against its source before anyone relies on it.</summary>
    public bool IsUnverified => !Confidence.StartsWith("verified", StringComparison.Ordinal);

    public override string ToString() => $"{Words} [{RuleId}{(IsUnverified ? $", {Confidence.Replace('_', ' ')}: check before relying on it" : "")}]";
}

/// <summary>Steps as they are taken.</summary>
internal sealed class Working
{
    private readonly List<Step> steps = [];

    public IReadOnlyList<Step> Steps => [.. steps];

    public void Say(string ruleId, string words)
    {
        var rule = LawBook.Rule(ruleId);
        steps.Add(new Step(words, rule.Id, rule.Value, rule.KnownInWords, rule.Source, rule.Confidence));
    }

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Length(Term term) => string.Join(" ", Parts(term));

    public static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days:N0} days");

    private static IEnumerable<string> Parts(Term term)
    {
        foreach (var (count, unit) in new[] { (term.Years, "year"), (term.Months, "month"), (term.Weeks, "week"), (term.Days, "day") })
            if (count > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
    }
}
