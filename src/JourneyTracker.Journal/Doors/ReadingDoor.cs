using System.Collections.Frozen;
using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Projections.RecallSupport;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way to read journeys: asks who may see what, and writes every read down before the answer is given.</summary>
/// <param name="journal">Where the facts are.</param>
/// <param name="protectedValues">Opens what the caller may see.</param>
/// <param name="vault">Knows who she is.</param>
/// <param name="log">Keeps who read what.</param>
/// <param name="journeys">Which are to be left out of counts.</param>
/// <param name="clock">Says what today is.</param>
/// <param name="tables">What the folds have stored, for counts as known now; null to fold every journey anew.</param>
public sealed class ReadingDoor(IJournal journal, IProtectedValues protectedValues, IIdentityVault vault, IAccessLog log, IHiddenJourneys journeys, TimeProvider clock, StageTables? tables = null)
{
    private readonly AccessReading access = new(protectedValues);

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
        var at = await StandAsync(caller, asAt, knownAt, ct);
        return (await OpenAsync(caller, id, door, ct))?.At(at);
    }

    /// <summary>The same with all that is derived of it.</summary>
    public async Task<WholeReading?> WholeAsync(Caller caller, JourneyId id, DateOnly? asAt, DateTimeOffset? knownAt, string door, CancellationToken ct)
    {
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound) return null;
        var at = await StandAsync(caller, asAt, knownAt, ct);
        return await OpenAsync(caller, id, door, ct) is { } opened ? Wholes.Of(opened, at) : null;
    }

    /// <summary>The same with what counted, and with what was recorded step by step.</summary>
    public async Task<JourneyReplay?> ReplayAsync(Caller caller, JourneyId id, DateOnly? asAt, DateTimeOffset? knownAt, string door, CancellationToken ct)
    {
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound) return null;
        var at = await StandAsync(caller, asAt, knownAt, ct);
        return await OpenAsync(caller, id, door, ct) is { } opened ? Replays.Of(opened, at) : null;
    }

    /// <summary>The moment or the step that is asked for, with where it stands among her facts; null as above, but not when nothing was on record yet.</summary>
    public async Task<SteppedReplay?> StepAsync(Caller caller, JourneyId id, ReplayAsked asked, string door, CancellationToken ct) =>
        MaySee.Journey(caller, caller.Partnership) != Sight.NotFound && await OpenAsync(caller, id, door, ct) is { } opened
            ? await new Stepping(opened, clock.GetUtcNow(), instant => PositionAsync(caller, instant, ct)).OfAsync(asked)
            : null;

    /// <summary>Her pathways, as far as they are shared with the caller; null as above.</summary>
    public async Task<PathwayReading?> PathwaysAsync(Caller caller, JourneyId id, DateOnly? on, DateTimeOffset? knownAt, string door, CancellationToken ct)
    {
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound) return null;
        var at = await StandAsync(caller, on, knownAt, ct);
        return await OpenAsync(caller, id, door, ct) is { } opened ? SharedPathways.Of(opened, at) : null;
    }

    /// <summary>What is different between two replays of one journey; null as above.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="id">The journey.</param>
    /// <param name="from">The day and the instant of the first; today and now when null.</param>
    /// <param name="to">The day and the instant of the second, at or after the first's.</param>
    /// <param name="door">Which page, endpoint or verb.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<JourneyComparison?> CompareAsync(
        Caller caller, JourneyId id, (DateOnly? AsAt, DateTimeOffset? KnownAt) from, (DateOnly? AsAt, DateTimeOffset? KnownAt) to, string door, CancellationToken ct)
    {
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound) return null;
        var before = await StandAsync(caller, from.AsAt, from.KnownAt, ct);
        var after = await StandAsync(caller, to.AsAt, to.KnownAt, ct);
        return await OpenAsync(caller, id, door, ct) is { } opened ? Replays.Compare(opened, before, after) : null;
    }

    /// <summary>One journey with what support would help her on licence, by the records that are shared with the caller; null when the caller may not know of it, there is none, or she is no concern of the caller's (safeguards S1).</summary>
    public async Task<SupportReading?> SupportAsync(Caller caller, JourneyId id, DateOnly? asAt, DateTimeOffset? knownAt, string door, CancellationToken ct)
    {
        if (!MaySee.Supports(caller)) return null;
        var at = await StandAsync(caller, asAt, knownAt, ct);
        return await OpenAsync(caller, id, door, ct) is { } opened && MaySee.Support(caller, id, opened.Viewer.Access, at.Day) && opened.At(at) is { } reading && opened.SeenAt(at) is { } seen
            ? new SupportReading(reading, SupportOnLicence.Of(seen.Journey).On(at.Day), seen.IsPart)
            : null;
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
            foreach (var id in await HiddenAsync(caller, ct))
                if (await FactsAsync(caller, id, stored.Read.Position, ct) is { WentTo: null } facts) stored.Count.Remove(JourneyStatus.Of(facts.Replayed()));
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
        var hidden = await HiddenAsync(caller, ct);
        await foreach (var journey in journal.ReadJourneysAsync(caller.Partnership, position, ct))
        {
            var readable = Kindred.Has(journey) ? JourneyFacts.Of(journey[0].Journey, await Kin.WithAsync(journal, journey, position, ct), position)! : JourneyFacts.Of(journey);
            if (readable.WentTo is not null || hidden.Contains(readable.Journey)) continue;
            if (readable.Frozen is not null) frozen++;
            var replayed = readable.Replayed();
            take(replayed, JourneyStatus.Of(replayed));
        }

        return new JourneysRead(position, frozen);
    }

    /// <summary>Women of whom the caller may not know are in no count made for somebody who knows of others: the difference would tell. Evaluators and administrators know of none, and count all.</summary>
    private async Task<IReadOnlySet<JourneyId>> HiddenAsync(Caller caller, CancellationToken ct) =>
        MaySee.Journey(caller, caller.Partnership) == Sight.NotFound ? FrozenSet<JourneyId>.Empty : await journeys.HiddenFromAsync(caller, ct);

    private async Task<JourneyFacts?> FactsAsync(Caller caller, JourneyId id, long position, CancellationToken ct) =>
        await Kin.ReadAsync(journal, caller.Partnership, id, position, ct) is { Count: > 0 } stored ? JourneyFacts.Of(id, stored, position) : null;

    private Task<long> PositionAsync(Caller caller, DateTimeOffset? knownAt, CancellationToken ct) =>
        knownAt is { } instant ? journal.PositionAtAsync(caller.Partnership, instant, ct) : journal.PositionAsync(ct);

    internal async Task<Standpoint> StandAsync(Caller caller, DateOnly? asAt, DateTimeOffset? knownAt, CancellationToken ct)
    {
        var instant = knownAt ?? clock.GetUtcNow();
        return new Standpoint(asAt ?? LondonDay.Of(instant), instant, await PositionAsync(caller, knownAt, ct));
    }

    /// <summary>Reads it for the caller and writes that down; null when there is none, or the caller may not know of it. Both are written down and take as long.</summary>
    internal async Task<OpenedJourney?> OpenAsync(Caller caller, JourneyId id, string door, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var now = clock.GetUtcNow();
        // All there is of it, for who may know of it; what is shown is cut at the position it is read for.
        var stored = await Kin.ReadAsync(journal, caller.Partnership, id, long.MaxValue, ct);
        var viewer = stored.Count == 0 ? null : await access.ViewAsync(caller, id, stored, now, ct);
        if (viewer is null || viewer.Of(caller.Partnership) == Sight.NotFound)
        {
            await log.WriteAsync([AccessEntry.NotFound(now, caller, id, door)], ct);
            await NotFoundPace.KeepAsync(began, ct);
            return null;
        }

        // The log, the vault and the keys do not wait for each other; nothing is answered before all three have.
        var logged = log.WriteAsync([.. stored.Keys.Select(j => new AccessEntry(now, caller, AccessOperation.Consultation, j, door))], ct);
        var named = MaySee.Name(caller, caller.Partnership) ? vault.GetAsync(caller.Partnership, id, ct) : Task.FromResult<PersonIdentity?>(null);
        var shown = SeenFacts.Known(viewer, stored);
        var opening = SeenFacts.OpenAsync(protectedValues, viewer, shown, ct);
        await Task.WhenAll(logged, named, opening);
        return new OpenedJourney(viewer, id, (await named)?.Name, stored[id], shown, await opening);
    }
}
