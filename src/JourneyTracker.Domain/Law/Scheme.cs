namespace JourneyTracker.Domain.Law;

/// <summary>One release point: the part of a sentence that is served before release, for sentences of one track.</summary>
/// <param name="Name">The scheme it belongs to; "base" stands where no later scheme applies.</param>
/// <param name="RuleId">The rule; sentences imposed from its first day take it outright.</param>
/// <param name="IsPlus">Whether it is for SDS+ or for other determinate sentences.</param>
/// <param name="Tranches">The tranches by which it reaches people already serving.</param>
/// <param name="ComparesAddedDays">Whether added days count when the old date is compared with the tranche day.</param>
/// <param name="MovesCurfew">Whether it moves the home detention curfew date as well.</param>
internal sealed record Scheme(string Name, string RuleId, bool IsPlus, Fraction Served, string Tranches, bool ComparesAddedDays, bool MovesCurfew)
{
    private static readonly IReadOnlyList<Scheme> All = [.. LawRow.Table("schemes").Select(r => new Scheme(
        r["scheme"], r["rule_id"], r.Says("track", "plus"), Fraction.Parse(r["fraction"]), r["tranches"],
        r.Says("added_days_compared", "yes"), r.Says("moves_curfew", "yes")))];

    public DateOnly Began => LawOfDay.FirstDayOf(RuleId);

    /// <summary>The later schemes in the order in which they came, each with its tracks.</summary>
    public static IEnumerable<IReadOnlyList<Scheme>> Later { get; } =
        [.. All.Where(s => s.Name != "base").GroupBy(s => s.Name).Select(g => g.ToList())];

    /// <summary>The release point that holds where no later scheme does.</summary>
    public static Scheme Base(Sentence sentence)
    {
        var own = All.Where(s => s.Name == "base" && s.IsPlus == sentence.Plus).ToList();
        return own.LastOrDefault(s => s.Began <= sentence.On) ?? own[0];
    }
}
