using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Secrets;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.AccessLog;

/// <summary>Entries of any partnerships as one transaction in one round trip.</summary>
internal static class AccessInsert
{
    private static readonly string Insert = Schema.EmbeddedSql.Text("access_log_insert.sql");

    public static async Task ExecuteAsync(NpgsqlDataSource writer, KeyedHashes hashes, IEnumerable<AccessEntry> entries, CancellationToken ct)
    {
        await using var connection = await writer.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        foreach (var group in entries.GroupBy(e => e.By.Partnership))
        {
            batch.BatchCommands.Add(Scope.To(group.Key));
            batch.BatchCommands.Add(Rows([.. group], hashes));
        }

        // Once for a connection; after that it costs nothing, and spares the server the parsing of twelve arrays each time.
        await batch.PrepareAsync(ct);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Rows(AccessEntry[] entries, KeyedHashes hashes) => new(Insert)
    {
        Parameters =
        {
            new() { Value = entries[0].By.Partnership.Name },
            new() { Value = entries.Select(e => e.At.ToUniversalTime()).ToArray() },
            Text(entries, e => e.By.Person),
            Text(entries, e => e.By.Agency),
            Text(entries, e => e.By.AgencyType),
            Text(entries, e => AccessCodes.Of(e.By.Role)),
            Text(entries, e => AccessCodes.Of(e.Operation)),
            new() { Value = entries.Select(e => e.Journey?.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            Text(entries, e => e.Door),
            Text(entries, e => e.Subject),
            Text(entries, e => e.Why ?? e.By.Why),
            new() { Value = entries.Select(e => FamilyNames.Plain(e.By.FamilyName) is { } name ? hashes.Family(e.By.Partnership, name) : null).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
        },
    };

    private static NpgsqlParameter Text(AccessEntry[] entries, Func<AccessEntry, string?> of) =>
        new() { Value = entries.Select(of).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar };
}
