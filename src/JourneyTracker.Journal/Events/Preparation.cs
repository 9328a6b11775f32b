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
        for (var i = 0; i < appends.Count; i++)
        {
            answers[i].Refused = await RefuseAsync(appends[i], ct);
            if (answers[i].Refused is null && appends[i].Facts.Any(f => FactSealing.MustBeSealed(f.Fact))) hiding.Add(appends[i].Journey);
        }

        var found = await keys.FindOrMakeAsync(hiding, ct);
        for (var i = 0; i < appends.Count; i++)
        {
            if (answers[i].Refused is null) answers[i] = Prepare(appends[i], hiding.Contains(appends[i].Journey), found.GetValueOrDefault(appends[i].Journey));
        }

        return answers;
    }

    private async ValueTask<Refusal?> RefuseAsync(Append append, CancellationToken ct)
    {
        if (append.Facts.Count == 0) return Refusals.NoFacts;
        if (await partnerships.FindAsync(append.Partnership, ct) is not { } partnership) return Refusals.UnknownPartnership(append.Partnership);
        return partnership.Simulated || append.Facts.All(f => f.RecordedAt is null) ? null : Refusals.RecordedAtNotAllowed;
    }

    private (PreparedAppend?, Refusal?) Prepare(Append append, bool hides, byte[]? key)
    {
        var sealer = new JourneySealer(append.Journey, key);
        var ready = new List<PreparedFact>(append.Facts.Count);
        var first = new Dictionary<(string, string), int>();
        foreach (var given in append.Facts)
        {
            var fact = WithHashedMatter(append.Journey, given.Fact);
            var reference = given.Source is { } source ? hashes.Reference(append.Partnership, source) : null;
            var hidesSomething = hides && FactSealing.MustBeSealed(fact);
            var content = given.Source is null ? null : hashes.Content(fact, hidesSomething ? key : null);
            int? sameAs = null;
            if (given.Source is { } named && !first.TryAdd((named.System, named.Reference), ready.Count))
            {
                sameAs = first[(named.System, named.Reference)];
                if (!ready[sameAs.Value].Content.AsSpan().SequenceEqual(content)) return (null, Refusals.OtherContent);
            }

            var body = hidesSomething && key is null ? "{}"u8.ToArray() : FactCodec.Write(fact.Seal(sealer));
            ready.Add(new PreparedFact(
                given.Id, FactCatalogue.NameOf(fact), body, Headers.Write(append.By, given.Source?.System, reference, given.SourceRecordedAt),
                Instants.Stored(given.RecordedAt), given.Source?.System, reference, content, sameAs));
        }

        return (new PreparedAppend(append.Partnership, append.Journey, append.ExpectedVersion, ready, hides && key is null ? Refusals.Erased : null), null);
    }

    private Fact WithHashedMatter(JourneyId journey, Fact fact)
    {
        if (fact.Matter is { IsHashed: false } raw) fact = fact with { Matter = hashes.Matter(journey, raw) };
        return fact is Corrected corrected ? corrected with { With = WithHashedMatter(journey, corrected.With) } : fact;
    }
}
