using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Law.Records;

/// <summary>Turns facts into what the law's dates are worked out from.</summary>
public static class RecordedCustodies
{
    private const string NoExclusion = "NONE";

    /// <summary>Disposals whose dates are ruled here, each with the kind of sentence.</summary>
    private static readonly Dictionary<string, SentenceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["IMMEDIATE_CUSTODY"] = SentenceKind.Determinate,
        ["EDS"] = SentenceKind.Extended,
    };

    /// <summary>Her sentences of custody that have a length, each chain of consecutive ones as one.</summary>
    /// <param name="facts">In the order in which they happened.</param>
    public static IReadOnlyList<RecordedCustody> Of(IReadOnlyList<HeldFact> facts)
    {
        var sentences = facts.Where(f => f.Fact is Sentenced { Length: not null } s && Kinds.ContainsKey(s.Disposal)).ToList();
        var ids = sentences.Select(s => s.Id).ToHashSet();
        return [.. sentences
            .Where(s => Sentence(s).ConsecutiveTo is not { } before || !ids.Contains(before))
            .Select(root => Read(Chain(root, sentences), facts))];
    }

    /// <summary>Those that run, wholly or in part, at the same time stand together.</summary>
    public static IReadOnlyList<IReadOnlyList<RecordedCustody>> Together(IReadOnlyList<HeldFact> facts)
    {
        var groups = new List<List<RecordedCustody>>();
        foreach (var custody in Of(facts).OrderBy(c => c.Custody.First.On))
        {
            if (groups.Count > 0 && groups[^1].Max(c => c.LastDay) >= custody.Custody.First.On) groups[^1].Add(custody);
            else groups.Add([custody]);
        }

        return groups;
    }

    private static List<HeldFact> Chain(HeldFact root, List<HeldFact> all)
    {
        var chain = new List<HeldFact> { root };
        for (var i = 0; i < chain.Count; i++)
            chain.AddRange(all.Where(s => Sentence(s).ConsecutiveTo == chain[i].Id && !chain.Contains(s)));
        return chain;
    }

    private static RecordedCustody Read(List<HeldFact> chain, IReadOnlyList<HeldFact> facts)
    {
        var missing = new List<string>();
        var sentences = chain.Select(s => Term(s, missing)).ToList();
        var last = ServedTerm.LastDayOf(sentences[0].On, sentences.Select(s => s.Length));
        var ids = chain.Select(s => s.Id).ToHashSet();
        var (recall, first, atLarge) = RecordedRecalls.Latest(facts, sentences[0].On, last, missing);
        var (days, since) = RecordedDays.Of(facts, ids, (sentences[0].On, last), first, recall?.ReturnedOn, atLarge);
        if (days.Remand == 0 && HeldBefore(facts, sentences[0].On))
            missing.Add($"She was held before the sentence of {Working.Day(sentences[0].On)}, and how many of those days count is not recorded; none is taken off, so the dates may be earlier.");
        return new([.. chain.Select(s => s.Id)], new Custody(sentences, days, recall is null ? null : recall with { AddedSince = since }), missing);
    }

    /// <summary>Whether she was on remand, or held between conviction and sentence, since whatever sentence of custody came before. Which of those days count, and toward what, only a record says (DAY-08).</summary>
    private static bool HeldBefore(IReadOnlyList<HeldFact> facts, DateOnly sentenced)
    {
        var earlier = facts.LastOrDefault(f => f.Day < sentenced && f.Fact is Sentenced s && Kinds.ContainsKey(s.Disposal))?.Day ?? DateOnly.MinValue;
        return facts.Any(f => f.Day > earlier && f.Day < sentenced && (f.Fact is Remanded or Received { Basis: CustodyBasis.Remand or CustodyBasis.ConvictedUnsentenced }));
    }

    private static Law.Sentence Term(HeldFact held, List<string> missing)
    {
        var fact = Sentence(held);
        var on = Working.Day(held.Day);
        if (fact.OffenceOn is null) missing.Add($"The day of the offence for the sentence of {on} is not recorded; it is taken as on or after 1 February 2015.");
        if (fact.SdsPlus is null) missing.Add($"Whether the sentence of {on} is SDS+ is not recorded; it is taken as not.");
        if (fact.EarlyReleaseExclusions is null) missing.Add($"Whether anything leaves the sentence of {on} out of earlier release is not recorded; it is taken as not.");
        return new Law.Sentence(
            held.Day, fact.Length!.Value, fact.OffenceOn, fact.SdsPlus ?? false, fact.Section250 ?? false,
            [.. (fact.EarlyReleaseExclusions ?? ValueList.Of<string>([])).Where(c => c != NoExclusion)], Kinds[fact.Disposal]);
    }

    private static Sentenced Sentence(HeldFact held) => (Sentenced)held.Fact;
}
