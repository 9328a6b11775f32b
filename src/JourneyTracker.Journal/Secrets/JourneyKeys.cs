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
    private const int MostTries = 5;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private readonly NpgsqlDataSource source;
    private readonly MasterKey master;
    private readonly MasterKeySource origin;
    private readonly WrappingKeys wrapping;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<JourneyId, (byte[] Key, long Until)> cache = new();

    internal JourneyKeys(string connectionString, MasterKey master, MasterKeySource origin, TimeProvider clock)
    {
        (this.master, this.origin) = (master, origin);
        source = NpgsqlDataSource.Create(connectionString);
        wrapping = new WrappingKeys(source, master, origin);
        this.clock = clock;
    }

    internal NpgsqlDataSource Source => source;

    internal WrappingKeys Wrapping => wrapping;

    /// <exception cref="SecretsException">The keys database was made with another master key.</exception>
    internal async Task PrepareAsync(CancellationToken ct)
    {
        await KeysDatabase.PrepareAsync(source, master, origin, ct);
        await wrapping.LoadAsync(ct);
    }

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
        await QueryAsync(sorted, [.. sorted.Select(_ => RandomNumberGenerator.GetBytes(32))], found, ct);
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
        await KeysDatabase.VacuumAsync(source, ct);
    }

    /// <summary>A rotation may wrap the keys anew, and remove what they were wrapped with, between one look and the next: then they are looked at again.</summary>
    private async Task QueryAsync(JourneyId[] journeys, byte[][]? made, Dictionary<JourneyId, byte[]> found, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await TryAsync(journeys, made, found, ct)) return;
            }
            catch (PostgresException removed) when (removed.SqlState == PostgresErrorCodes.ForeignKeyViolation && tries < MostTries)
            {
            }

            if (tries == MostTries) throw new SecretsException("The journeys' keys are wrapped with a key that is not in the keys database: restore its newest backup.");
            await wrapping.LoadAsync(ct);
        }
    }

    /// <returns>False when a key is wrapped with one that is not known here.</returns>
    private async Task<bool> TryAsync(JourneyId[] journeys, byte[][]? made, Dictionary<JourneyId, byte[]> found, CancellationToken ct)
    {
        var ids = journeys.Select(j => j.Value).ToArray();
        await using var batch = source.CreateBatch();
        if (made is not null)
        {
            var newest = wrapping.Newest;
            if (wrapping.Find(newest) is not { } with) return false;
            var wrapped = journeys.Zip(made, (j, k) => Boxes.Close(with, k, j)).ToArray();
            batch.BatchCommands.Add(new NpgsqlBatchCommand(EmbeddedSql.Text("keys_make.sql"))
            {
                Parameters = { new() { Value = ids }, new() { Value = wrapped, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea }, new() { Value = newest } },
            });
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(EmbeddedSql.Text("keys_find.sql")) { Parameters = { new() { Value = ids } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        if (cache.Count > MostCached) cache.Clear();
        var until = clock.GetTimestamp() + (long)(Remembered.TotalSeconds * clock.TimestampFrequency);
        while (await rows.ReadAsync(ct))
        {
            var journey = new JourneyId(rows.GetGuid(0));
            if (wrapping.Find(rows.GetInt32(1)) is not { } under) return false;
            var key = Unwrapped(under, journey, rows.GetFieldValue<byte[]>(2));
            found[journey] = key;
            cache[journey] = (key, until);
        }

        return true;
    }

    internal static byte[] Unwrapped(byte[] with, JourneyId journey, byte[] wrapped)
    {
        try
        {
            return Boxes.Open(with, wrapped, journey);
        }
        catch (CryptographicException wrong)
        {
            throw new SecretsException($"The key of journey {journey} does not open with the key that it is said to be wrapped with: it was changed. Restore the newest backup of the keys.", wrong);
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
