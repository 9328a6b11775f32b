using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;

namespace JourneyTracker.Projections.Dates;

/// <summary>From which day each of her convictions and cautions is spent (safeguards S10).</summary>
public static class SpentDays
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["IMMEDIATE_CUSTODY"] = "custody",
        ["SOPC"] = "custody",
        ["EDS"] = "custody-never-spent",
        ["LIFE_IPP"] = "custody-never-spent",
        ["SSO"] = "suspended-sentence",
        ["FINE"] = "fine",
        ["COMPENSATION"] = "compensation",
        ["COND_DISCHARGE"] = "order-to-its-end",
        ["BIND_OVER"] = "order-to-its-end",
        ["ABS_DISCHARGE"] = "absolute-discharge",
    };

    public static IEnumerable<DatedMatter> Of(IReadOnlyList<HeldFact> facts, LawOfDay law)
    {
        var ends = RecordedCustodies.Of(facts).SelectMany(c => c.Facts.Select(id => (id, Ends: EndOf(c, law)))).ToDictionary(c => c.id, c => c.Ends);
        var all = facts.Select(f => (Held: f, Disposal: Read(f, facts, ends.GetValueOrDefault(f.Id)))).Where(d => d.Disposal is not null).ToList();
        foreach (var (held, disposal) in all)
        {
            var others = all.Where(o => !ReferenceEquals(o.Held, held)).Select(o => o.Disposal!).ToList();
            yield return new DatedMatter($"Spent: {Title(held.Fact)} of {held.Day:yyyy-MM-dd}", [held.Id], Rehabilitation.Of(disposal!, law, others), []);
        }
    }

    private static DateOnly? EndOf(RecordedCustody custody, LawOfDay law)
    {
        var answer = ReleaseDates.Of(custody.Custody, law);
        return answer[DateKind.SentenceAndLicenceEnd] ?? answer[DateKind.SentenceEnd];
    }

    private static RecordedDisposal? Read(HeldFact held, IReadOnlyList<HeldFact> facts, DateOnly? custodyEnds) => held.Fact switch
    {
        Cautioned => new("simple-caution", held.Day),
        ConditionallyCautioned caution => new("conditional-caution", held.Day, EndsOn: caution.ConditionsEndOn),
        Sentenced { Disposal: "CO" } order => order.Length is { } length
            ? new("community-order", order.ConvictedOn ?? held.Day, EndsOn: Ended(held, length.LastDay(held.Day), facts))
            : new("community-order-without-end", order.ConvictedOn ?? held.Day),
        Sentenced fact when Kinds.TryGetValue(fact.Disposal, out var kind) =>
            new(kind, fact.ConvictedOn ?? held.Day, fact.Length, kind == "custody" ? custodyEnds : fact.Length?.LastDay(held.Day)),
        _ => null,
    };

    /// <summary>The last day on which an order had effect: earlier than planned when it was completed or revoked.</summary>
    private static DateOnly Ended(HeldFact order, DateOnly planned, IReadOnlyList<HeldFact> facts) => facts
        .Where(f => f.Fact is OrderCompleted or OrderRevoked && f.Fact.Matter == order.Fact.Matter && f.Day >= order.Day && f.Day < planned)
        .Select(f => f.Day)
        .DefaultIfEmpty(planned)
        .First();

    private static string Title(Fact fact) => fact is Sentenced sentence ? CodeList.Disposals.LabelOf(sentence.Disposal) : FactCatalogue.Of(fact).Title;
}
