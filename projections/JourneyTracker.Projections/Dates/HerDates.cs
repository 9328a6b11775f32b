using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;

namespace JourneyTracker.Projections.Dates;

/// <summary>One thing of hers that has dates by law, with the answer.</summary>
/// <param name="Facts">The facts it rests on.</param>
/// <param name="NotRecorded">What the dates turn on and nobody recorded, with how it was taken.</param>
public sealed record DatedMatter(string Title, IReadOnlyList<FactId> Facts, DatesAnswer Answer, IReadOnlyList<string> NotRecorded)
{
    /// <summary>What a record says otherwise of the end of her licence; null when nothing does.</summary>
    public RecordedEnd? Otherwise { get; init; }
}

/// <summary>The law's dates for one woman, from her facts and under the law of a day. Nothing here depends on today.</summary>
public static class HerDates
{
    /// <param name="facts">Her facts as held to be true, in the order in which they happened.</param>
    public static IReadOnlyList<DatedMatter> Of(IReadOnlyList<HeldFact> facts, LawOfDay law) =>
        [.. Custodies(facts, law), .. facts.SelectMany(f => Order(f, law)), .. Bails(facts, law), .. SpentDays.Of(facts, law)];

    private static IEnumerable<DatedMatter> Custodies(IReadOnlyList<HeldFact> facts, LawOfDay law) =>
        from together in RecordedCustodies.Together(facts)
        let terms = together.Select(c => string.Join(" then ", c.Custody.Sentences.Select(s => $"{s.Length} of {s.On:yyyy-MM-dd}")))
        let answer = ReleaseDates.OfConcurrent([.. together.Select(c => c.Custody)], law)
        select new DatedMatter($"Custody: {string.Join(", with ", terms)}", [.. together.SelectMany(c => c.Facts)], answer, [.. together.SelectMany(c => c.NotRecorded).Distinct()])
        {
            Otherwise = RecordedEnd.Of(facts, together, answer),
        };

    /// <summary>Bail before charge, by the arrest it followed. Released under investigation has no day (BAIL-02).</summary>
    private static IEnumerable<DatedMatter> Bails(IReadOnlyList<HeldFact> facts, LawOfDay law) =>
        from bail in facts
        where bail.Fact is PoliceBailed
        let arrest = facts.LastOrDefault(f => f.Fact is Arrested && f.Day <= bail.Day)
        group bail by arrest into bails
        let ids = bails.Select(b => b.Id)
        select bails.Key is { } arrested
            ? new DatedMatter($"Police bail after the arrest of {arrested.Day:yyyy-MM-dd}", [arrested.Id, .. ids], PreChargeBail.Of(arrested.Day, law), [])
            : new DatedMatter("Police bail", [.. ids], new DatesAnswer(law.Day, [], []), ["The arrest is not recorded; the limits count from it."]);

    private static IEnumerable<DatedMatter> Order(HeldFact held, LawOfDay law)
    {
        if (held.Fact is not Sentenced fact) yield break;
        var title = $"{CodeList.Disposals.LabelOf(fact.Disposal)} of {held.Day:yyyy-MM-dd}";
        switch (fact)
        {
            case { Disposal: "CO", Length: { } length }:
                yield return new(title, [held.Id], OrderDates.Community(held.Day, length, law), []);
                break;
            case { Disposal: "SSO" }:
                yield return new(title, [held.Id], OrderDates.Suspended(held.Day, fact.Length, fact.OperationalPeriod, null, law), fact.OperationalPeriod is null ? ["The operational period is not recorded."] : []);
                break;
            case { Disposal: "CO" or "IMMEDIATE_CUSTODY" or "EDS", Length: null }:
                yield return new(title, [held.Id], new DatesAnswer(law.Day, [], []), ["Its length is not recorded."]);
                break;
        }
    }
}
