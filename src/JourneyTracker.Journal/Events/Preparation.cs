using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Partnerships;
using JourneyTracker.Journal.Secrets;

namespace JourneyTracker.Journal.Events;

/// <summary>Everything about an append that can be done and refused before the database is asked.</summary>
internal sealed class Preparation(PartnershipRegister partnerships, JourneyKeys keys, KeyedHashes hashes)
{
    /// <summary>For each append either what to write or why not, in order. One round trip for all the keys that are needed.</summary>
    public async Task<IReadOnlyList<(PreparedAppend? Ready, Refusal? Refused)>> PrepareAsync(IReadOnlyList<Append> appends, CancellationToken ct)
    {
        var answers = new (PreparedAppend? Ready, Refusal? Refused)[appends.Count];
        var hiding = new HashSet<JourneyId>();
        PartnershipEntry? partnership = null;
        for (var i = 0; i < appends.Count; i++)
        {
            if (partnership?.Name != appends[i].Partnership) partnership = await partnerships.FindAsync(appends[i].Partnership, ct);
            answers[i].Refused = Refuse(appends[i], partnership);
            if (answers[i].Refused is null && MustBeSealed(appends[i])) hiding.Add(appends[i].Journey);
        }

        var found = await keys.FindOrMakeAsync(hiding, ct);
        for (var i = 0; i < appends.Count; i++)
        {
            if (answers[i].Refused is null) answers[i] = Prepare(appends[i], hiding.Contains(appends[i].Journey), found.GetValueOrDefault(appends[i].Journey));
        }

        return answers;
    }

    private static Refusal? Refuse(Append append, PartnershipEntry? partnership)
    {
        if (append.Facts.Count == 0) return Refusals.NoFacts;
        if (partnership is null) return Refusals.UnknownPartnership(append.Partnership);
        if (partnership.Simulated) return null;
        foreach (var fact in append.Facts)
        {
            if (fact.RecordedAt is not null) return Refusals.RecordedAtNotAllowed;
        }

        return null;
    }

    private static bool MustBeSealed(Append append)
    {
        foreach (var fact in append.Facts)
        {
            if (FactSealing.MustBeSealed(fact.Fact)) return true;
        }

        return false;
    }

    private (PreparedAppend?, Refusal?) Prepare(Append append, bool hides, byte[]? key)
    {
        var ready = new PreparedFact[append.Facts.Count];
        var first = ready.Length > 1 ? new Dictionary<(string, string), int>() : null;
        for (var i = 0; i < ready.Length; i++)
        {
            var given = append.Facts[i];
            ready[i] = Prepare(append, given, hides, key);
            if (first is null || given.Source is not { } named || first.TryAdd((named.System, named.Reference), i)) continue;
            ready[i] = ready[i] with { SameAs = first[(named.System, named.Reference)] };
            if (!ready[ready[i].SameAs!.Value].Content.AsSpan().SequenceEqual(ready[i].Content)) return (null, Refusals.OtherContent);
        }

        return (new PreparedAppend(append.Partnership, append.Journey, append.ExpectedVersion, ready, hides && key is null ? Refusals.Erased : null), null);
    }

    private PreparedFact Prepare(Append append, NewFact given, bool hides, byte[]? key)
    {
        var fact = WithHashedMatter(append.Journey, given.Fact);
        var hidesSomething = hides && FactSealing.MustBeSealed(fact);
        byte[]? reference = null, content = null, plain = null;
        if (given.Source is { } source)
        {
            reference = hashes.Reference(append.Partnership, source);
            content = hashes.Content(FactCodec.PlainContent(fact, out plain), hidesSomething ? key : null);
        }

        var kind = FactCatalogue.Of(fact);
        var body = hidesSomething && key is null ? "{}"u8.ToArray()
            : plain is not null && !kind.CanHide ? plain
            : FactCodec.Write(fact.Seal(new JourneySealer(append.Journey, key)));
        return new PreparedFact(
            given.Id, kind.Name, body, Headers.Write(append.By, given.Source?.System, reference, given.SourceRecordedAt),
            Instants.Stored(given.RecordedAt), given.Source?.System, reference, content, null);
    }

    private Fact WithHashedMatter(JourneyId journey, Fact fact)
    {
        if (fact.Matter is { IsHashed: false } raw) fact = fact with { Matter = hashes.Matter(journey, raw) };
        return fact is Corrected corrected ? corrected with { With = WithHashedMatter(journey, corrected.With) } : fact;
    }
}
