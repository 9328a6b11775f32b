using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Journal.Secrets;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Vault;

/// <summary>The identity vault in the journal's database, each row sealed with the journey's key.</summary>
internal sealed class IdentityVault(NpgsqlDataSource writer, JourneyKeys keys, KeyedHashes hashes, TimeProvider clock) : IIdentityVault, IDisposable
{
    private readonly OpenedVaults opened = new(writer, keys, clock);

    public async Task<IReadOnlyList<JourneyId>> FindOrOpenAsync(Partnership partnership, IReadOnlyList<PersonKey> keys, CancellationToken ct)
    {
        if (keys.Count == 0) return [];
        if (AllOf(await FindAsync(partnership, keys, ct)) is { } known) return known;

        await using (var batch = writer.CreateBatch())
        {
            batch.BatchCommands.Add(Scope.To(partnership));
            batch.BatchCommands.Add(Command("vault_open.sql", [.. Rows(partnership, keys), new() { Value = keys.Select(_ => Guid.NewGuid()).ToArray() }]));
            await batch.ExecuteNonQueryAsync(ct);
        }

        return AllOf(await FindAsync(partnership, keys, ct)) ?? throw new InvalidOperationException("A journey that was opened cannot be found.");
    }

    public async Task<IReadOnlyList<JourneyId?>> FindAsync(Partnership partnership, IReadOnlyList<PersonKey> keys, CancellationToken ct)
    {
        await using var batch = writer.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(Command("vault_find.sql", Rows(partnership, keys)));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var found = new List<JourneyId?>(keys.Count);
        while (await reader.ReadAsync(ct)) found.Add(reader.IsDBNull(0) ? null : new JourneyId(reader.GetGuid(0)));
        return found;
    }

    public async Task PutAsync(Partnership partnership, JourneyId journey, PersonIdentity identity, CancellationToken ct)
    {
        var found = await keys.FindOrMakeAsync([journey], ct);
        if (!found.TryGetValue(journey, out var key)) throw new ErasedException();
        var text = new JourneySealer(journey, key).Seal(JsonSerializer.SerializeToUtf8Bytes(identity, FactJson.Plain));
        await using var batch = writer.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(Command("vault_put.sql", [new() { Value = partnership.Name }, new() { Value = journey.Value }, new() { Value = text }]));
        await batch.ExecuteNonQueryAsync(ct);
    }

    public async Task<PersonIdentity?> GetAsync(Partnership partnership, JourneyId journey, CancellationToken ct) =>
        (await GetAsync(partnership, [journey], ct)).GetValueOrDefault(journey);

    public Task<IReadOnlyDictionary<JourneyId, PersonIdentity>> GetAsync(Partnership partnership, IReadOnlyCollection<JourneyId> journeys, CancellationToken ct) =>
        OpenAsync(partnership, Command("vault_get.sql", [new() { Value = partnership.Name }, new() { Value = journeys.Select(j => j.Value).ToArray() }]), ct);

    public Task<IReadOnlyDictionary<JourneyId, KnownPerson>> ListAsync(Partnership partnership, CancellationToken ct) => opened.ListAsync(partnership, ct);

    public Task<IReadOnlyList<PossibleDouble>> DoublesAsync(Partnership partnership, CancellationToken ct) => opened.DoublesAsync(partnership, ct);

    private async Task<IReadOnlyDictionary<JourneyId, PersonIdentity>> OpenAsync(Partnership partnership, NpgsqlBatchCommand command, CancellationToken ct)
    {
        var rows = new Dictionary<JourneyId, string>();
        await using (var batch = writer.CreateBatch())
        {
            batch.BatchCommands.Add(Scope.To(partnership));
            batch.BatchCommands.Add(command);
            await using var reader = await batch.ExecuteReaderAsync(ct);
            await reader.NextResultAsync(ct);
            while (await reader.ReadAsync(ct)) rows.Add(new JourneyId(reader.GetGuid(0)), reader.GetString(1));
        }

        var found = await keys.FindAsync(rows.Keys, ct);
        return rows.Where(r => found.ContainsKey(r.Key)).ToDictionary(r => r.Key, r => Open(r.Key, found[r.Key], r.Value));
    }

    internal static PersonIdentity Open(JourneyId journey, byte[] key, string text) =>
        JsonSerializer.Deserialize<PersonIdentity>(new JourneySealer(journey, key).Open(text), FactJson.Plain)!;

    public async Task EraseAsync(Partnership partnership, JourneyId journey, CancellationToken ct)
    {
        await using var batch = writer.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        foreach (var file in new[] { "vault_erase.sql", "vault_forget_content.sql", "draft_erase.sql" })
            batch.BatchCommands.Add(Command(file, [new() { Value = partnership.Name }, new() { Value = journey.Value }]));
        await RecordErasureAsync(partnership, journey, ct);
        await keys.DestroyAsync(journey, ct);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Before anything is destroyed, so that no backup of the keys that is put back later can bring hers back.</summary>
    private async Task RecordErasureAsync(Partnership partnership, JourneyId journey, CancellationToken ct)
    {
        await using var batch = writer.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(Command("vault_record_erasure.sql", [new() { Value = partnership.Name }, new() { Value = journey.Value }]));
        await batch.ExecuteNonQueryAsync(ct);
    }

    public void Dispose() => opened.Dispose();

    private NpgsqlParameter[] Rows(Partnership partnership, IReadOnlyList<PersonKey> keys) =>
    [
        new() { Value = partnership.Name },
        new() { Value = keys.Select(k => k.System).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
        new() { Value = keys.Select(k => hashes.Person(partnership, k)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
    ];

    private static IReadOnlyList<JourneyId>? AllOf(IReadOnlyList<JourneyId?> found) => found.Any(j => j is null) ? null : [.. found.Select(j => j!.Value)];

    internal static NpgsqlBatchCommand Command(string file, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(EmbeddedSql.Text(file));
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }
}
