using System.Collections.Concurrent;
using System.Security.Cryptography;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Secrets;

/// <summary>One key for each journey that has something to hide, kept wrapped in a database apart from the journal and its backups.</summary>
public sealed class JourneyKeys : IAsyncDisposable
{
    private const int MostCached = 100_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;
    private readonly byte[] wrapping;
    private readonly ConcurrentDictionary<JourneyId, (byte[] Key, long Until)> cache = new();

    internal JourneyKeys(string connectionString, MasterKey master, TimeProvider clock)
    {
        source = NpgsqlDataSource.Create(connectionString);
        wrapping = master.Derive("key-encryption");
        this.clock = clock;
    }

    internal Task PrepareAsync(CancellationToken ct) => KeysDatabase.PrepareAsync(source, ct);

    /// <summary>The keys of those journeys that have one. A destroyed key is not among them.</summary>
    internal async Task<IReadOnlyDictionary<JourneyId, byte[]>> FindAsync(IReadOnlyCollection<JourneyId> journeys, CancellationToken ct)
    {
        var found = new Dictionary<JourneyId, byte[]>(journeys.Count);
        var missing = new HashSet<JourneyId>();
        var now = clock.GetTimestamp();
        foreach (var journey in journeys)
        {
            if (cache.TryGetValue(journey, out var cached) && cached.Until > now) found[journey] = cached.Key;
            else missing.Add(journey);
        }

        if (missing.Count > 0) await QueryAsync([.. missing], null, found, ct);
        return found;
    }

    /// <summary>
    /// The keys of those journeys, to seal with; made and durable where there was none. A destroyed key is not among them and is not made anew:
    /// the database is always asked, since another node may have destroyed what this one remembers.
    /// </summary>
    internal async Task<IReadOnlyDictionary<JourneyId, byte[]>> FindOrMakeAsync(IReadOnlyCollection<JourneyId> journeys, CancellationToken ct)
    {
        var found = new Dictionary<JourneyId, byte[]>(journeys.Count);
        if (journeys.Count == 0) return found;
        // Sorted, so that two that make the same keys at once wait for each other instead of against each other.
        JourneyId[] sorted = [.. journeys.Distinct().Order()];
        await QueryAsync(sorted, [.. sorted.Select(Wrapped)], found, ct);
        return found;
    }

    /// <summary>Destroys the key: what it sealed can never be read again. Other nodes forget it within a minute.</summary>
    internal async Task DestroyAsync(JourneyId journey, CancellationToken ct)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Text("keys_destroy.sql"));
        command.Parameters.Add(new NpgsqlParameter { Value = journey.Value });
        await command.ExecuteNonQueryAsync(ct);
        cache.TryRemove(journey, out _);
        // Else the wrapped key would stay in the table's file until somebody vacuums it.
        await using var vacuum = source.CreateCommand("vacuum public.journey_key");
        await vacuum.ExecuteNonQueryAsync(ct);
    }

    private async Task QueryAsync(JourneyId[] journeys, byte[][]? made, Dictionary<JourneyId, byte[]> found, CancellationToken ct)
    {
        var ids = journeys.Select(j => j.Value).ToArray();
        await using var batch = source.CreateBatch();
        if (made is not null)
        {
            var wrapped = new NpgsqlParameter { Value = made, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };
            batch.BatchCommands.Add(new NpgsqlBatchCommand(EmbeddedSql.Text("keys_make.sql")) { Parameters = { new() { Value = ids }, wrapped } });
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(EmbeddedSql.Text("keys_find.sql")) { Parameters = { new() { Value = ids } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        if (cache.Count > MostCached) cache.Clear();
        var until = clock.GetTimestamp() + (long)(Remembered.TotalSeconds * clock.TimestampFrequency);
        while (await rows.ReadAsync(ct))
        {
            var journey = new JourneyId(rows.GetGuid(0));
            var key = Unwrapped(journey, rows.GetFieldValue<byte[]>(1));
            found[journey] = key;
            cache[journey] = (key, until);
        }
    }

    private byte[] Wrapped(JourneyId journey) => Boxes.Close(wrapping, RandomNumberGenerator.GetBytes(32), journey);

    private byte[] Unwrapped(JourneyId journey, byte[] wrapped)
    {
        try
        {
            return Boxes.Open(wrapping, wrapped, journey);
        }
        catch (CryptographicException wrong)
        {
            throw new SecretsException("The journeys' keys were wrapped with another master key: put that one into the secrets folder.", wrong);
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
