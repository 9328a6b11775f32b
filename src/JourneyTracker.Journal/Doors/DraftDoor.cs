using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Drafts;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way to what people typed and have not recorded: each reads and changes their own, of journeys that are not "not found" for them.</summary>
public sealed class DraftDoor(JourneyDatabase database, TimeProvider clock)
{
    /// <summary>Keeps what was typed so far, in place of what was kept before.</summary>
    /// <returns>Its id; null when there is no such journey for the caller, or she was erased.</returns>
    public async Task<Guid?> KeepAsync(Caller caller, DraftOf of, IReadOnlyDictionary<string, string[]> typed, string door, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await MayAsync(caller, of.Journey, ct) || await database.Drafts.SaveAsync(caller, of, typed, now, ct) is not { } saved) return null;
        if (saved.IsNew) await LogAsync(caller, AccessOperation.Collection, of.Journey, door, of.Kind, now, CancellationToken.None);
        return saved.Id;
    }

    /// <summary>The caller's draft, or what was recorded from it; null when there is none, or no such journey for the caller.</summary>
    public async Task<Draft?> FindAsync(Caller caller, DraftOf of, string door, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await MayAsync(caller, of.Journey, ct) || await database.Drafts.FindAsync(caller, of, now, ct) is not { } draft) return null;
        await LogAsync(caller, AccessOperation.Consultation, of.Journey, door, of.Kind, now, ct);
        return draft;
    }

    /// <summary>The caller's drafts, the last one first, without what was typed, each with her name where the caller may know it.</summary>
    public async Task<IReadOnlyList<(Draft Draft, string? Name)>> MineAsync(Caller caller, string door, CancellationToken ct)
    {
        if (!MaySee.Record(caller, caller.Partnership)) return [];
        var now = clock.GetUtcNow();
        var drafts = await database.Drafts.ListAsync(caller, now, ct);
        var known = await database.Access.KnownToAsync(caller, [.. drafts.Select(d => d.Of.Journey).Distinct()], ct);
        IEnumerable<JourneyId?> looked = known.Count == 0 ? [null] : known.Select(j => (JourneyId?)j);
        await database.AccessLog.WriteAsync([.. looked.Select(j => new AccessEntry(now, caller, AccessOperation.Consultation, j, door, "own drafts"))], ct);
        var names = MaySee.Name(caller, caller.Partnership) ? await database.Vault.GetAsync(caller.Partnership, [.. known], ct) : new Dictionary<JourneyId, PersonIdentity>();
        return [.. drafts.Where(d => known.Contains(d.Of.Journey)).Select(d => (d, names.GetValueOrDefault(d.Of.Journey)?.Name))];
    }

    /// <summary>It was recorded: what was typed goes, and the fact is remembered, so that a form sent twice is answered alike.</summary>
    public Task RecordedAsync(Caller caller, Draft draft, FactId fact, CancellationToken ct) => database.Drafts.RecordedAsync(caller, draft, fact, ct);

    /// <summary>Throws one of the caller's own away; nothing happens when it is not there.</summary>
    public Task ThrowAwayAsync(Caller caller, Guid draft, CancellationToken ct) => database.Drafts.ThrowAwayAsync(caller, draft, ct);

    /// <summary>Whether there is such a journey for the caller; "no" takes as long as at every door.</summary>
    private async Task<bool> MayAsync(Caller caller, JourneyId journey, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        if (MaySee.Record(caller, caller.Partnership) && (await database.Access.KnownToAsync(caller, [journey], ct)).Contains(journey)) return true;
        await NotFoundPace.KeepAsync(began, ct);
        return false;
    }

    private Task LogAsync(Caller caller, AccessOperation operation, JourneyId journey, string door, string kind, DateTimeOffset at, CancellationToken ct) =>
        database.AccessLog.WriteAsync([new AccessEntry(at, caller, operation, journey, door, $"own draft: {kind}")], ct);
}
