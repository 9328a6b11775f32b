using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way to read journeys: asks who may see what, and writes every read down before the answer is given.</summary>
/// <param name="journal">Where the facts are.</param>
/// <param name="protectedValues">Opens what the caller may see.</param>
/// <param name="vault">Knows who she is.</param>
/// <param name="log">Keeps who read what.</param>
/// <param name="clock">Says what today is.</param>
/// <param name="tables">What the folds have stored, for counts as known now; null to fold every journey anew.</param>
public sealed class ReadingDoor(IJournal journal, IProtectedValues protectedValues, IIdentityVault vault, IAccessLog log, TimeProvider clock, StageTables? tables = null)
{
    /// <summary>One journey; null when the caller may not know of it or there is none, which look alike.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="id">The journey.</param>
    /// <param name="asAt">The day to read it for; today when null.</param>
    /// <param name="knownAt">The instant to read it for; now when null.</param>
    /// <param name="door">Which page, endpoint or verb.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<JourneyReading?> JourneyAsync(
        Caller caller, JourneyId id, DateOnly? asAt, DateTimeOffset? knownAt, string door, CancellationToken ct)
    {
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound) return null;
        var now = clock.GetUtcNow();
        var position = await PositionAsync(caller, knownAt, ct);
        var facts = await journal.ReadAsync(caller.Partnership, id, position, ct);
        if (facts.Count == 0) return null;
        // The log, the vault and the keys do not wait for each other; nothing is answered before all three have.
        var logged = log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Consultation, id, door)], ct);
        var named = MaySee.Name(caller, caller.Partnership) ? vault.GetAsync(caller.Partnership, id, ct) : Task.FromResult<PersonIdentity?>(null);

        var day = asAt ?? LondonDay.Of(knownAt ?? now);
        var readable = JourneyFacts.Of(facts);
        var opening = OpenSeenAsync(caller, readable.Facts, ct);
        await Task.WhenAll(logged, named, opening);
        var opened = readable.Facts.Count == 0 ? readable : JourneyFacts.Of(await opening);
        var replayed = Replay.Of(readable.Facts);
        var happened = replayed with { Facts = [.. replayed.Facts.TakeWhile(f => f.Day <= day)] };
        return new JourneyReading(
            id, (await named)?.Name, day, knownAt ?? now, position, facts[^1].Version, JourneyStatus.Of(happened), Timeline.Of(caller, opened.Facts, day),
            (opened.Frozen ?? readable.Frozen)?.Position);
    }

    /// <summary>Women of the caller's partnership by stage; null when the caller may not count them.</summary>
    public async Task<StageCensus?> StagesAsync(
        Caller caller, DateOnly? asAt, DateTimeOffset? knownAt, CensusBy? by, string door, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = asAt ?? LondonDay.Of(knownAt ?? now);
        var subject = $"women by stage on {day:yyyy-MM-dd}";
        if (knownAt is null && tables is not null && MaySee.Counts(caller, caller.Partnership)
            && await tables.CountAsync(caller.Partnership, await journal.PositionAsync(ct), day, by, ct) is { } stored)
        {
            await log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Consultation, null, door, subject)], ct);
            return stored.Count.ToCensus(now, stored.Read);
        }

        var count = new StageCount(day, by);
        var read = await EachAsync(caller, knownAt, subject, door, (_, status) => count.Add(status), ct);
        return read is null ? null : count.ToCensus(knownAt ?? now, read);
    }

    /// <summary>Folds every journey of the caller's partnership, one at a time, and hands its status on. For counts: nothing of a single woman leaves by this door.</summary>
    /// <returns>What was read; null when the caller may not count.</returns>
    public async Task<JourneysRead?> EachAsync(
        Caller caller, DateTimeOffset? knownAt, string subject, string door, Action<EffectiveJourney, JourneyStatus> take, CancellationToken ct)
    {
        if (!MaySee.Counts(caller, caller.Partnership)) return null;
        var position = await PositionAsync(caller, knownAt, ct);
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, null, door, subject)], ct);
        var frozen = 0;
        await foreach (var journey in journal.ReadJourneysAsync(caller.Partnership, position, ct))
        {
            var readable = JourneyFacts.Of(journey);
            if (readable.Frozen is not null) frozen++;
            var replayed = Replay.Of(readable.Facts);
            take(replayed, JourneyStatus.Of(replayed));
        }

        return new JourneysRead(position, frozen);
    }

    private Task<long> PositionAsync(Caller caller, DateTimeOffset? knownAt, CancellationToken ct) =>
        knownAt is { } instant ? journal.PositionAtAsync(caller.Partnership, instant, ct) : journal.PositionAsync(ct);

    private async Task<IReadOnlyList<RecordedFact>> OpenSeenAsync(Caller caller, IReadOnlyList<RecordedFact> facts, CancellationToken ct)
    {
        var opened = await protectedValues.OpenAsync([.. facts.Where(f => MaySee.Fact(caller, f) == Sight.Seen)], ct);
        var byId = opened.ToDictionary(f => f.Id);
        return [.. facts.Select(f => byId.GetValueOrDefault(f.Id, f))];
    }
}
