namespace JourneyTracker.Domain.Law;

/// <summary>How long each kind of recall lasts.</summary>
/// <param name="Days">Days from the return to custody, that day included; null when she is held to the end of the sentence.</param>
/// <param name="RuleId">The rule that gives the length.</param>
/// <param name="FromCurfew">Whether it is a recall from home detention curfew.</param>
/// <param name="Tranches">The tranches in which it reached people already recalled.</param>
/// <param name="Becomes">The code of the recall that took its place, for a recall still running when the law changed; empty when none did.</param>
public sealed record RecallLength(string Code, string Name, int? Days, string RuleId, bool FromCurfew, string Tranches, string Becomes, string Source, string Confidence)
{
    public static IReadOnlyList<RecallLength> All { get; } = [.. LawRow.Table("recalls").Select(r => new RecallLength(
        r["code"], r["name"], r.Whole("days"), r["rule_id"], r.Says("from_curfew", "yes"), r["tranches"], r["becomes"], r["source"], r["confidence"]))];
}
