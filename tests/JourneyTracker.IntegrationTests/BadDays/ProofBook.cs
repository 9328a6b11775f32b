using System.Security.Cryptography;
using System.Text.Json;
using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>A hash of the bytes that proof covers, of every fact, as they were when it was first read.</summary>
internal sealed class ProofBook(DurableHouse house)
{
    private readonly Dictionary<long, string> hashes = [];
    private long reached;

    public int Count => hashes.Count;

    /// <summary>Notes what has come since.</summary>
    public async Task ReadOnAsync()
    {
        foreach (var (position, hash) in await ReadAsync(reached))
        {
            hashes.Add(position, hash);
            reached = position;
        }
    }

    /// <summary>How many of the facts noted have other bytes now, or are gone.</summary>
    public async Task<int> ChangedAsync()
    {
        var now = (await ReadAsync(0)).ToDictionary(h => h.Position, h => h.Hash);
        return hashes.Count(h => now.GetValueOrDefault(h.Key) != h.Value);
    }

    private async Task<List<(long Position, string Hash)>> ReadAsync(long after)
    {
        var stored = await StoredAsync(after);
        var read = new List<(long, string)>();
        await foreach (var fact in house.Journal.ReadAllAsync(after, default))
        {
            if (!stored.TryGetValue(fact.Position, out var row)) break;
            read.Add((fact.Position, Convert.ToHexString(SHA256.HashData(Proof.CoveredBytes(fact, row.Name, JsonElement.Parse(row.Body))))));
        }

        return read;
    }

    private async Task<Dictionary<long, (string Name, string Body)>> StoredAsync(long after)
    {
        await using var connection = new NpgsqlConnection(house.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select seq_id, type, data::text from journeys.mt_events where seq_id > {after}", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var stored = new Dictionary<long, (string, string)>();
        while (await rows.ReadAsync()) stored.Add(rows.GetInt64(0), (rows.GetString(1), rows.GetString(2)));
        return stored;
    }
}
