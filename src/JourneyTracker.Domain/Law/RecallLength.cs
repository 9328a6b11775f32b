namespace JourneyTracker.Domain.Law;

/// <summary>How long each kind of recall lasts.</summary>
/// <param name="Days">Days from the return to custody, that day included; null when she is held to the end of the sentence.</param>
/// <param name="RuleId">The rule that gives the length.</param>
/// <param name="FromCurfew">Whether it is a recall from home detention curfew.</param>
/// <param name="Tranches">The tranches in which it reached people already recalled.</param>
public sealed record RecallLength(string Code, string Name, int? Days, string RuleId, bool FromCurfew, string Tranches, string Source, string Confidence)
{
    public static IReadOnlyList<RecallLength> All { get; } = [.. LawRow.Table("recalls").Select(r => new RecallLength(
        r["code"], r["name"], r.Whole("days"), r["rule_id"], r.Says("from_curfew", "yes"), r["tranches"], r["source"], r["confidence"]))];
}
