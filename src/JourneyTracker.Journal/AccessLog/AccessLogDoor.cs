using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Journal.AccessLog;

/// <summary>The one way to ask the access log: for auditors of the partnership only, and every question is written down in it, before the answer is given (IG-04).</summary>
public sealed class AccessLogDoor(JourneyDatabase database, TimeProvider clock)
{
    private readonly AccessRows rows = new(database.Sources.Reader);

    /// <summary>What is on record, newest first; null when the caller may not ask.</summary>
    public async Task<IReadOnlyList<LoggedAccess>?> SearchAsync(Caller caller, AccessQuery query, string door, CancellationToken ct)
    {
        if (!await EnterAsync(caller, query.Journey, Subject(query), door, ct)) return null;
        var hidden = await database.Access.HiddenFromAsync(caller, ct);
        // Of a journey that is not there the log has what was asked in vain; of one that is hidden it must look the same.
        return [.. (await rows.SearchAsync(caller.Partnership, query, null, ct))
            .Where(l => l.Entry.Journey is not { } journey || !hidden.Contains(journey) || l.Entry.Subject == AccessSubjects.NotFound || AccessSubjects.IsAsking(l.Entry.Subject))];
    }

    /// <summary>Everything that was done with one woman's journey and those that were merged with hers, newest first, to be told to her; null when the caller may not ask or there is no such journey.</summary>
    public async Task<IReadOnlyList<LoggedAccess>?> WhoLookedAsync(Caller caller, JourneyId journey, string door, CancellationToken ct)
    {
        if (!await EnterAsync(caller, journey, "who looked at her journey", door, ct)) return null;
        if ((await database.Access.HiddenFromAsync(caller, ct)).Contains(journey)) return null;
        var kin = await Kin.ReadAsync(database.Journal, caller.Partnership, journey, await database.Journal.PositionAsync(ct), ct);
        return kin.Count == 0 ? null : await rows.SearchAsync(caller.Partnership, new AccessQuery(Most: int.MaxValue), [.. kin.Keys], ct);
    }

    /// <summary>Access in a stretch of time that somebody should ask about; null when the caller may not ask.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="from">From this instant on.</param>
    /// <param name="to">Before this instant.</param>
    /// <param name="mostInAnHour">More journeys opened by one person within an hour are a finding.</param>
    /// <param name="door">Which page, endpoint or verb.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<UnusualAccess>?> FindingsAsync(Caller caller, DateTimeOffset from, DateTimeOffset to, int mostInAnHour, string door, CancellationToken ct)
    {
        if (!await EnterAsync(caller, null, $"unusual access from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}", door, ct)) return null;
        var hidden = await database.Access.HiddenFromAsync(caller, ct);
        var logged = (await rows.LooksAsync(caller.Partnership, from, to, ct)).Where(l => !hidden.Contains(l.Entry.Journey!.Value)).ToList();
        var names = await FamilyNamesAsync(caller.Partnership, logged, ct);
        List<Look> looks = [.. logged.Select(l => new Look(
            l.Entry.At, l.Entry.By, l.Entry.Journey!.Value, AccessSubjects.IsOpening(l.Entry.Subject),
            l.FamilyName is { } hash && names.TryGetValue(l.Entry.Journey!.Value, out var hers) && hers.Contains(Convert.ToHexString(hash)),
            l.Entry.Subject == AccessSubjects.Emergency))];
        var strangers = await new Concerns(database, rows).WithoutAsync(caller.Partnership, looks, ct);
        return UnusualAccess.In(looks, l => !strangers.Contains(l), mostInAnHour);
    }

    /// <summary>Writes down who asks, whether or not they may.</summary>
    private async Task<bool> EnterAsync(Caller caller, JourneyId? journey, string subject, string door, CancellationToken ct)
    {
        var may = MayAudit.AccessLog(caller, caller.Partnership);
        await database.AccessLog.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, journey, door, $"{(may ? "" : "refused: ")}{AccessSubjects.Asked}{subject}")], ct);
        return may;
    }

    private static string Subject(AccessQuery query) => string.Join(", ", new[]
    {
        query.Person is null ? null : $"person {query.Person}", query.Agency is null ? null : $"agency {query.Agency}", query.Operation is { } o ? AccessCodes.Of(o) : null,
        query.Door is null ? null : $"door {query.Door}", query.From is { } f ? $"from {f:yyyy-MM-dd}" : null, query.To is { } t ? $"to {t:yyyy-MM-dd}" : null,
    }.Where(part => part is not null).DefaultIfEmpty("all"));

    /// <summary>The keyed hashes of the names of women at whom somebody looked whose own name is known.</summary>
    private async Task<IReadOnlyDictionary<JourneyId, IReadOnlySet<string>>> FamilyNamesAsync(Partnership partnership, IReadOnlyList<LoggedAccess> logged, CancellationToken ct)
    {
        JourneyId[] looked = [.. logged.Where(l => l.FamilyName is not null).Select(l => l.Entry.Journey!.Value).Distinct()];
        var who = looked.Length == 0 ? new Dictionary<JourneyId, PersonIdentity>() : await database.Vault.GetAsync(partnership, looked, ct);
        return who.ToDictionary(w => w.Key, w => (IReadOnlySet<string>)FamilyNames.Of(w.Value).Select(n => Convert.ToHexString(database.Hashes.Family(partnership, n))).ToHashSet());
    }
}
