using System.Collections.Concurrent;
using System.Collections.Frozen;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// The few journeys of which not everybody may know (safeguards S5): for boards, searches and whoever records. The database is asked each time which they are;
/// what each says is kept until its journey changes.
/// </summary>
public sealed class AccessBook(NpgsqlDataSource reader, IJournal journal, IProtectedValues protectedValues, TimeProvider clock) : IHiddenJourneys
{
    private static readonly string Marks = EmbeddedSql.Text("access_marks.sql");
    private const int AtOnce = 8;
    private readonly AccessReading reading = new(protectedValues);
    private readonly ConcurrentDictionary<Partnership, FrozenDictionary<JourneyId, Marked>> books = new();

    public async Task<IReadOnlySet<JourneyId>> HiddenFromAsync(Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await ReadAsync(caller.Partnership, ct)).Values
            .Where(m => MaySee.Journey(caller, caller.Partnership, m.Access, now) == Sight.NotFound).SelectMany(m => m.Kin).ToHashSet();
    }

    /// <summary>Those of some journeys that are not "not found" for the caller.</summary>
    public async Task<IReadOnlySet<JourneyId>> KnownToAsync(Caller caller, IReadOnlyList<JourneyId> journeys, CancellationToken ct) => (await KnownAsAsync(caller, journeys, ct)).Keys.ToHashSet();

    /// <summary>The same, each with the journey as part of which it is read: itself while it was not merged.</summary>
    public async Task<IReadOnlyDictionary<JourneyId, JourneyId>> KnownAsAsync(Caller caller, IEnumerable<JourneyId> journeys, CancellationToken ct)
    {
        var known = new ConcurrentDictionary<JourneyId, JourneyId>();
        await Parallel.ForEachAsync(journeys.Distinct(), new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = AtOnce }, async (id, stop) =>
        {
            var stored = await Kin.ReadAsync(journal, caller.Partnership, id, long.MaxValue, stop);
            if (await SightAsync(caller, id, stored, stop) is null or Sight.NotFound) return;
            var (kindred, read) = (new Kindred(stored), id);
            while (kindred.WentTo(read, null) is { } survivor) read = survivor;
            known[id] = read;
        });
        return known;
    }

    /// <summary>Whether there is such a journey, and it is "not found" for the caller.</summary>
    public async Task<bool> IsKeptFromAsync(Caller caller, JourneyId journey, CancellationToken ct) =>
        await SightAsync(caller, journey, await Kin.ReadAsync(journal, caller.Partnership, journey, long.MaxValue, ct), ct) == Sight.NotFound;

    /// <summary>Null when there is no such journey.</summary>
    private async Task<Sight?> SightAsync(Caller caller, JourneyId id, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> stored, CancellationToken ct) =>
        stored.Count == 0 ? null : MaySee.Journey(caller, caller.Partnership, await reading.OfAsync(id, stored, ct), clock.GetUtcNow());

    public IReadOnlySet<JourneyId> LastHiddenFrom(Caller caller)
    {
        var now = clock.GetUtcNow();
        return books.TryGetValue(caller.Partnership, out var marked)
            ? marked.Values.Where(m => MaySee.Journey(caller, caller.Partnership, m.Access, now) == Sight.NotFound).SelectMany(m => m.Kin).ToHashSet()
            : FrozenSet<JourneyId>.Empty;
    }

    public Task RefreshAsync(Partnership partnership, CancellationToken ct) => ReadAsync(partnership, ct);

    private async Task<FrozenDictionary<JourneyId, Marked>> ReadAsync(Partnership partnership, CancellationToken ct)
    {
        var versions = await VersionsAsync(partnership, ct);
        var known = books.GetValueOrDefault(partnership) ?? FrozenDictionary<JourneyId, Marked>.Empty;
        var changed = versions.Where(v => known.GetValueOrDefault(v.Key)?.Version != v.Value).Select(v => v.Key).ToHashSet();
        if (changed.Count == 0 && known.Count == versions.Count) return known;
        var book = new Dictionary<JourneyId, Marked>();
        foreach (var (id, version) in versions)
            book[id] = known.TryGetValue(id, out var kept) && !kept.Kin.Overlaps(changed) ? kept : await MarkedAsync(partnership, id, version, ct);
        return books[partnership] = book.ToFrozenDictionary();
    }

    private async Task<Marked> MarkedAsync(Partnership partnership, JourneyId id, long version, CancellationToken ct)
    {
        var stored = await Kin.ReadAsync(journal, partnership, id, long.MaxValue, ct);
        return new Marked(version, stored.Keys.ToHashSet(), await reading.OfAsync(id, stored, ct));
    }

    private async Task<Dictionary<JourneyId, long>> VersionsAsync(Partnership partnership, CancellationToken ct)
    {
        await using var batch = reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Marks) { Parameters = { new() { Value = partnership.Name } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var versions = new Dictionary<JourneyId, long>();
        while (await rows.ReadAsync(ct)) versions.Add(new JourneyId(rows.GetGuid(0)), rows.GetInt64(1));
        return versions;
    }

    /// <summary>A marked journey at a version, with all that were ever merged with it.</summary>
    private sealed record Marked(long Version, IReadOnlySet<JourneyId> Kin, JourneyAccess Access);
}
