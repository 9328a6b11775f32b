using System.Collections.Frozen;

namespace JourneyTracker.Domain.Law;

/// <summary>All rules on dates that we hold, as data. Which of them count on a day is answered by <see cref="LawOfDay"/>.</summary>
public static class LawBook
{
    public static IReadOnlyList<LawRule> Rules { get; } =
        [.. LawRow.Table("rules").Select(LawRule.Of), .. RehabilitationPeriod.All.Select(p => p.Rule)];

    public static IReadOnlyList<LawSwitch> Switches { get; } =
        [.. LawRow.Table("switches").Select(r => new LawSwitch(r["switch"], r.Says("is_on", "yes"), r["why"], r["source"]))];

    private static readonly FrozenDictionary<string, LawRule> ById = Rules.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);

    public static LawRule Rule(string id) => ById[id];
}
