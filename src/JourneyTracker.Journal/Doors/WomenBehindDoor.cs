using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Journal.Today;
using Npgsql;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// The one way to the women behind a figure. Each is opened for the caller as everywhere, what the figure counts is asked of what the caller may read of her, and each who is shown is written down before the answer is given.
/// </summary>
public sealed class WomenBehindDoor(JourneyDatabase database, TimeProvider clock)
{
    /// <summary>How many women a page shows at most.</summary>
    public const int MostShown = 50;

    private const int AtOnce = 10;
    private const int Looked = 100;
    private const string Everybody = "select id from journeys.mt_streams where tenant_id = $1";

    /// <param name="caller">Who asks.</param>
    /// <param name="candidates">Of the women of whom the caller may know, those of whom the figure may count something, always in one order, without those that were looked at before. How many they are is told to nobody: they may be so
    /// by what the caller may not read.</param>
    /// <param name="choose">Of some women, those whom the figure counts.</param>
    /// <param name="subject">Which figure, for the log.</param>
    /// <param name="door">Which page or endpoint.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when the caller knows of no journey here.</returns>
    public async Task<WomenBehindRead?> ReadAsync(
        Caller caller, Func<IReadOnlyList<JourneyId>, IReadOnlyList<JourneyId>> candidates, Func<IReadOnlyList<(JourneyId Id, EffectiveJourney Journey)>, IReadOnlySet<JourneyId>> choose, string subject, string door, CancellationToken ct)
    {
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound) return null;
        var now = clock.GetUtcNow();
        var found = new List<(TodayWoman Woman, bool LacksFacts)>();
        foreach (var some in candidates(await KnownAsync(caller, ct)).Chunk(Looked))
        {
            var seen = (await OpenAsync(caller, some, now, ct)).Select(w => (Woman: w, Seen: w.Seen())).Where(w => w.Seen is not null).ToDictionary(w => w.Woman.Journey, w => (w.Woman, w.Seen!.Value.Journey, w.Seen.Value.LacksFacts));
            var chosen = choose([.. seen.Select(s => (s.Key, s.Value.Journey))]);
            found.AddRange(some.Where(chosen.Contains).Select(id => (seen[id].Woman, seen[id].LacksFacts)));
            // One more than is shown says that there are more: of those who are looked at it says nothing.
            if (found.Count > MostShown) break;
        }

        var shown = found.Take(MostShown).ToList();
        await database.AccessLog.WriteAsync(
            [
                new AccessEntry(now, caller, AccessOperation.Consultation, null, door, $"{subject}, {shown.Count} women"),
                .. shown.SelectMany(s => s.Woman.Parts).Distinct().Select(j => new AccessEntry(now, caller, AccessOperation.Consultation, j, door, subject)),
            ], ct);
        var names = MaySee.Name(caller, caller.Partnership) && shown.Count > 0 ? await database.Vault.GetAsync(caller.Partnership, [.. shown.Select(s => s.Woman.Journey)], ct) : new Dictionary<JourneyId, PersonIdentity>();
        return new WomenBehindRead([.. shown.Select(s => new WomanBehind(s.Woman.Journey, names.GetValueOrDefault(s.Woman.Journey)?.Name, s.LacksFacts))], found.Count > shown.Count);
    }

    /// <summary>The journeys of which the caller may know; of some that is only certain once they are opened.</summary>
    private async Task<IReadOnlyList<JourneyId>> KnownAsync(Caller caller, CancellationToken ct)
    {
        var hidden = await database.Access.HiddenFromAsync(caller, ct);
        if (caller is { Role: Role.Practitioner, Women.Count: > 0 }) return [.. caller.Women.Where(w => !hidden.Contains(w))];
        await using var batch = database.Sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(caller.Partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Everybody) { Parameters = { new() { Value = caller.Partnership.Name } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var known = new List<JourneyId>();
        while (await rows.ReadAsync(ct))
            if (new JourneyId(rows.GetGuid(0)) is var id && !hidden.Contains(id)) known.Add(id);
        return known;
    }

    private async Task<IReadOnlyList<TodayWoman>> OpenAsync(Caller caller, IReadOnlyList<JourneyId> journeys, DateTimeOffset now, CancellationToken ct)
    {
        var opened = new List<TodayWoman>(journeys.Count);
        foreach (var some in journeys.Chunk(AtOnce))
            opened.AddRange((await Task.WhenAll(some.Select(j => TodayWoman.OpenAsync(database.Journal, database.Sealing, caller, j, now, ct)))).OfType<TodayWoman>().Where(w => w.IsForCaller));
        return opened;
    }
}

/// <summary>Some of the women behind a figure.</summary>
/// <param name="Women">In the order in which they were looked at.</param>
/// <param name="HasMore">Whether there are more after the last of them.</param>
public sealed record WomenBehindRead(IReadOnlyList<WomanBehind> Women, bool HasMore);

/// <summary>A woman behind a figure.</summary>
/// <param name="Journey">Her journey.</param>
/// <param name="Name">Her name; null when none is on record, or the caller may not know it.</param>
/// <param name="IsPart">Whether the caller may not read all of her record, so that the whole of it may say otherwise.</param>
public sealed record WomanBehind(JourneyId Journey, string? Name, bool IsPart);
