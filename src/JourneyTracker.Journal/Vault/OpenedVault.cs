using System.Collections.Concurrent;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.Journal.Vault;

/// <summary>
/// The opened vault of one partnership. Before each search the database is asked what was written since: by transactions that had not ended when it was last asked, and by later ones.
/// What it was restored to is another database's, and read anew.
/// </summary>
internal sealed class OpenedVault(Partnership partnership, NpgsqlDataSource source, JourneyKeys keys) : IDisposable
{
    private const string Beginning = "0";
    private readonly SemaphoreSlim gate = new(1);
    private readonly ConcurrentDictionary<JourneyId, KnownPerson> people = new();
    private readonly Dictionary<JourneyId, string> versions = [];
    private readonly Dictionary<JourneyId, Row> unopened = [];
    private readonly PossibleDoubles doubles = new();
    private readonly HashSet<JourneyId> uncompared = [];
    private string since = Beginning;
    private string epoch = "";
    private long erasures;

    /// <summary>When somebody last searched in it.</summary>
    public long LastUsed { get; private set; }

    public async Task<IReadOnlyDictionary<JourneyId, KnownPerson>> ListAsync(long now, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await CatchUpAsync(now, ct);
            return people;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Compares those who changed since it was last asked; whoever only searches does not wait for that.</summary>
    public async Task<IReadOnlyList<PossibleDouble>> DoublesAsync(long now, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await CatchUpAsync(now, ct);
            foreach (var journey in uncompared)
            {
                if (people.TryGetValue(journey, out var person)) doubles.Put(journey, person);
                else doubles.Remove(journey);
            }

            uncompared.Clear();
            return doubles.All;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task CatchUpAsync(long now, CancellationToken ct)
    {
        LastUsed = now;
        var (next, rows) = await ChangedAsync(ct);
        if (since != Beginning && next.Epoch != epoch)
        {
            Forget();
            (next, rows) = await ChangedAsync(ct);
        }

        await OpenAsync(rows, ct);
        if (next.Erasures != erasures) await ForgetErasedAsync(ct);
        (since, epoch, erasures) = (next.Since, next.Epoch, next.Erasures);
    }

    private async Task<(State Next, List<Row> Rows)> ChangedAsync(CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(IdentityVault.Command("vault_now.sql", [new() { Value = partnership.Name }]));
        batch.BatchCommands.Add(IdentityVault.Command("vault_changed.sql", [new() { Value = partnership.Name }, new() { Value = since }]));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        var next = new State(reader.GetString(0), reader.GetString(1), reader.GetInt64(2));
        await reader.NextResultAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct)) rows.Add(new Row(new JourneyId(reader.GetGuid(0)), reader.GetString(1), reader.GetString(2)));
        return (next, rows);
    }

    /// <summary>Opens what is new, and tries again what had no key: it may have been put back.</summary>
    private async Task OpenAsync(List<Row> rows, CancellationToken ct)
    {
        foreach (var row in rows.Where(r => versions.GetValueOrDefault(r.Journey) != r.Version)) unopened[row.Journey] = row;
        if (unopened.Count == 0) return;
        var found = await keys.FindAsync(unopened.Keys, ct);
        foreach (var row in unopened.Values.Where(r => found.ContainsKey(r.Journey)).ToList())
        {
            people[row.Journey] = new KnownPerson(IdentityVault.Open(row.Journey, found[row.Journey], row.Sealed));
            versions[row.Journey] = row.Version;
            uncompared.Add(row.Journey);
            unopened.Remove(row.Journey);
        }
    }

    private async Task ForgetErasedAsync(CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(IdentityVault.Command("vault_erased.sql", [new() { Value = partnership.Name }]));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var journey = new JourneyId(reader.GetGuid(0));
            if (people.TryRemove(journey, out _)) uncompared.Add(journey);
            unopened.Remove(journey);
        }
    }

    private void Forget()
    {
        uncompared.UnionWith(people.Keys);
        people.Clear();
        versions.Clear();
        unopened.Clear();
        since = Beginning;
    }

    /// <summary>A row as it stands in the database, with the transaction that wrote it.</summary>
    private readonly record struct Row(JourneyId Journey, string Version, string Sealed);

    /// <param name="Since">The first transaction that had not ended.</param>
    /// <param name="Epoch">Changes when the database is restored to another point.</param>
    /// <param name="Erasures">How many women were ever erased here.</param>
    private readonly record struct State(string Since, string Epoch, long Erasures);
}
