using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>A reason for which a sentence is left out of an earlier release point.</summary>
/// <param name="Code">The code in records and files.</param>
/// <param name="Scheme">The scheme it leaves the sentence out of.</param>
/// <param name="RuleId">The rule that says so; it counts for sentences imposed, or releases still to come, from the rule's first day.</param>
/// <param name="AtLeastYears">Only for a single term of at least so many years; null for any length.</param>
/// <param name="OnlySentencedBefore">Only for sentences imposed before the scheme began.</param>
public sealed record Exclusion(string Code, string Name, string Scheme, string RuleId, int? AtLeastYears, bool OnlySentencedBefore)
{
    internal const string Section250 = "SECTION_250";
    internal const string OnRecall = "ON_RECALL";

    public static IReadOnlyList<Exclusion> All { get; } =
        [.. LawRow.Table("exclusions").Select(r => new Exclusion(r["code"], r["name"], r["scheme"], r["rule_id"], r.Whole("at_least_years"), r.Says("only_sentenced_before", "yes")))];

    /// <summary>Whether it is a reason about the offence, that a record can name; others follow from the sentence itself.</summary>
    public static bool IsKnown(string code) => All.Any(e => e.Code == code) && code is not (Section250 or OnRecall);

    /// <summary>The reasons of that scheme that a sentence carries and that fit its length and day.</summary>
    internal static IEnumerable<Exclusion> Of(Sentence sentence, bool onRecall, string scheme, DateOnly schemeBegan) => All.Where(e =>
        e.Scheme == scheme
        && e.Code switch
        {
            Section250 => sentence.Section250,
            OnRecall => onRecall,
            _ => sentence.Exclusions?.Contains(e.Code) == true,
        }
        && (e.AtLeastYears is not { } years || sentence.Length.LastDay(sentence.On) >= new Term(years).LastDay(sentence.On))
        && (!e.OnlySentencedBefore || sentence.On < schemeBegan));
}
