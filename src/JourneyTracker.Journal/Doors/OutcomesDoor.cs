using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Journal.Folding;

namespace JourneyTracker.Journal.Doors;

/// <summary>Hands the women of a partnership on to the evaluator's store, as facts that count with all that is sealed left sealed.</summary>
public sealed class OutcomesDoor(IJournal journal, IAccessLog log, TimeProvider clock)
{
    /// <param name="caller">Who may count; women that are "not found" for some are counted too, since the store names nobody.</param>
    /// <param name="after">Only journeys of which something was recorded after this position; null for all.</param>
    /// <param name="door">Which verb or page.</param>
    /// <param name="take">Given each journey once: what counts of it, or null when it is here no longer.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was read; null when the caller may not count.</returns>
    public async Task<JourneysRead?> ReadAsync(Caller caller, long? after, string door, Action<JourneyId, EffectiveJourney?> take, CancellationToken ct)
    {
        if (!MaySee.Counts(caller, caller.Partnership)) return null;
        var position = await journal.PositionAsync(ct);
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, null, door, after is null ? "all journeys for the evaluator's store" : $"journeys changed after {after} for the evaluator's store")], ct);
        var frozen = 0;
        if (after is null)
        {
            await foreach (var journey in journal.ReadJourneysAsync(caller.Partnership, position, ct))
                Take(journey[0].Journey, Kindred.Has(journey) ? await Kin.WithAsync(journal, journey, position, ct) : null, journey);
            return new JourneysRead(position, frozen);
        }

        foreach (var id in await ChangedAsync(caller.Partnership, after.Value, position, ct))
            Take(id, await Kin.ReadAsync(journal, caller.Partnership, id, position, ct), null);
        return new JourneysRead(position, frozen);

        void Take(JourneyId id, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>>? kin, IReadOnlyList<RecordedFact>? alone)
        {
            var facts = kin is null ? JourneyFacts.Of(alone!) : JourneyFacts.Of(id, kin, position);
            if (facts?.Frozen is not null) frozen++;
            take(id, facts is null || facts.WentTo is not null ? null : facts.Replayed());
        }
    }

    /// <summary>Writes down that somebody asks the evaluator's store, before it answers.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="door">Which verb, page or endpoint.</param>
    /// <param name="question">What is asked, without content.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when the caller may not count: then nothing may be answered.</returns>
    public async Task<bool> AskAsync(Caller caller, string door, string question, CancellationToken ct)
    {
        if (!MaySee.Counts(caller, caller.Partnership)) return false;
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, null, door, question)], ct);
        return true;
    }

    /// <summary>Journeys of which something was recorded, and those that were ever one with them.</summary>
    private async Task<IReadOnlySet<JourneyId>> ChangedAsync(Partnership partnership, long after, long upTo, CancellationToken ct)
    {
        var changed = new HashSet<JourneyId>();
        await foreach (var fact in journal.ReadAllAsync(after, ct))
        {
            if (fact.Position > upTo) break;
            if (fact.Partnership == partnership) changed.Add(fact.Journey);
        }

        foreach (var id in changed.ToList()) changed.UnionWith((await Kin.ReadAsync(journal, partnership, id, upTo, ct)).Keys);
        return changed;
    }
}
