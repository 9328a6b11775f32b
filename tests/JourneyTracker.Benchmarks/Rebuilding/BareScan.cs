using System.Diagnostics;
using JourneyTracker.Domain.Facts;
using Npgsql;

namespace JourneyTracker.Benchmarks.Rebuilding;

/// <summary>Reads every fact of the journal by journey and version and makes it with our codec; nothing else.</summary>
internal static class BareScan
{
    private const string Rows = """
        select data, type from journeys.mt_events where stream_id between $1 and $2 and tenant_id = 'simulated' order by tenant_id, stream_id, version
        """;

    private static readonly (Guid First, Guid Last)[] Halves =
    [
        (Guid.Empty, Guid.ParseExact("7fffffffffffffffffffffffffffffff", "N")),
        (Guid.ParseExact("80000000000000000000000000000000", "N"), Guid.AllBitsSet),
    ];

    public static async Task<double> FactsPerSecondAsync(string connectionString, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var begun = Stopwatch.GetTimestamp();
        var facts = await Task.WhenAll(Halves.Select(half => Task.Run(() => ScanAsync(source, half, ct), ct)));
        return facts.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task<long> ScanAsync(NpgsqlDataSource source, (Guid First, Guid Last) half, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Rows);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = half.First });
        command.Parameters.Add(new() { Value = half.Last });
        await using var rows = await command.ExecuteReaderAsync(ct);
        long facts = 0;
        while (await rows.ReadAsync(ct))
        {
            GC.KeepAlive(FactCodec.Read(rows.GetString(1), rows.GetFieldValue<byte[]>(0)));
            facts++;
        }

        return facts;
    }
}
