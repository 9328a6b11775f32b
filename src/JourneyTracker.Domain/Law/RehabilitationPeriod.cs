namespace JourneyTracker.Domain.Law;

/// <summary>How long after a sentence or caution it is spent, for somebody of 18 or over.</summary>
/// <param name="Kind">What was imposed.</param>
/// <param name="Period">The length in ISO form; empty when there is none of its own.</param>
/// <param name="CountsFrom">What the period counts from: sentence-end, order-end, conviction, given, at-once or never.</param>
/// <param name="MostYears">For custody: terms of at most so many years.</param>
/// <param name="BeforeThen">What an earlier rule said, as far as recorded.</param>
public sealed record RehabilitationPeriod(LawRule Rule, string Kind, string Period, string CountsFrom, int? MostYears, string BeforeThen)
{
    public static IReadOnlyList<RehabilitationPeriod> All { get; } = [.. LawRow.Table("rehabilitation").Select(Of)];

    private static RehabilitationPeriod Of(LawRow r) => new(
        new LawRule(
            r["rule_id"], "rehabilitation", r["disposal"], r["counts_from_words"], r["adult_18_plus"], new Dictionary<string, string>(), r.Day("rules_from"), null, null,
            "the day that is asked about", null, "not recorded", null, r.IsEmpty("previous_rule_adult") ? "" : $"Before: {r["previous_rule_adult"]}", r["source"], r["confidence"], ""),
        r["kind"], r["period"], r["counts_from"], r.Whole("most_years"), r["previous_rule_adult"]);
}
