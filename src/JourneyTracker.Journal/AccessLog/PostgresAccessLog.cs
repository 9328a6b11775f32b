using JourneyTracker.Domain.Access;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.AccessLog;

/// <summary>The access log in the journal's database. The table refuses any change.</summary>
internal sealed class PostgresAccessLog(NpgsqlDataSource writer) : IAccessLog
{
    private static readonly string Insert = Schema.EmbeddedSql.Text("access_log_insert.sql");

    public async Task WriteAsync(IReadOnlyList<AccessEntry> entries, CancellationToken ct)
    {
        foreach (var group in entries.GroupBy(e => e.By.Partnership))
        {
            await using var batch = writer.CreateBatch();
            batch.BatchCommands.Add(Scope.To(group.Key));
            batch.BatchCommands.Add(Rows([.. group]));
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    private static NpgsqlBatchCommand Rows(AccessEntry[] entries) => new(Insert)
    {
        Parameters =
        {
            new() { Value = entries[0].By.Partnership.Name },
            new() { Value = entries.Select(e => e.At.ToUniversalTime()).ToArray() },
            Text(entries, e => e.By.Person),
            Text(entries, e => e.By.Agency),
            Text(entries, e => e.By.AgencyType),
            Text(entries, e => Code(e.By.Role)),
            Text(entries, e => Code(e.Operation)),
            new() { Value = entries.Select(e => e.Journey?.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            Text(entries, e => e.Door),
            Text(entries, e => e.Subject),
            Text(entries, e => e.Why),
        },
    };

    private static NpgsqlParameter Text(AccessEntry[] entries, Func<AccessEntry, string?> of) =>
        new() { Value = entries.Select(of).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar };

    private static string Code<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
