using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.AccessLog;

/// <summary>Reads the access log of one partnership.</summary>
internal sealed class AccessRows(NpgsqlDataSource reader)
{
    /// <param name="partnership">Whose log.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="journeys">Instead of the query's journey, any of these.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<LoggedAccess>> SearchAsync(Partnership partnership, AccessQuery query, IReadOnlyCollection<JourneyId>? journeys, CancellationToken ct)
    {
        journeys ??= query.Journey is { } one ? [one] : null;
        return ReadAsync(partnership, "access_log_search.sql", query.From, query.To, ct,
            new() { Value = (object?)journeys?.Select(j => j.Value).ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            Text(query.Person), Text(query.Agency), Text(query.Operation is { } operation ? AccessCodes.Of(operation) : null), Text(query.Door?.Replace("%", "\\%", StringComparison.Ordinal)),
            new() { Value = query.Most });
    }

    /// <summary>Every look at a journey, in order of time.</summary>
    public Task<IReadOnlyList<LoggedAccess>> LooksAsync(Partnership partnership, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        ReadAsync(partnership, "access_log_looks.sql", from, to, ct);

    /// <summary>Which agencies have recorded something on which of these journeys.</summary>
    public async Task<IReadOnlySet<(JourneyId Journey, string Agency)>> RecordersAsync(Partnership partnership, IReadOnlyCollection<JourneyId> journeys, CancellationToken ct)
    {
        await using var batch = reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(new(EmbeddedSql.Text("access_log_recorders.sql")) { Parameters = { new() { Value = partnership.Name }, new() { Value = journeys.Select(j => j.Value).ToArray() } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var found = new HashSet<(JourneyId, string)>();
        while (await rows.ReadAsync(ct)) found.Add((new JourneyId(rows.GetGuid(0)), rows.GetString(1)));
        return found;
    }

    private async Task<IReadOnlyList<LoggedAccess>> ReadAsync(Partnership partnership, string file, DateTimeOffset? from, DateTimeOffset? to, CancellationToken ct, params NpgsqlParameter[] more)
    {
        await using var batch = reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        var command = new NpgsqlBatchCommand(EmbeddedSql.Text(file))
        {
            Parameters = { new() { Value = partnership.Name }, Instant(from, DateTimeOffset.MinValue), Instant(to, DateTimeOffset.MaxValue) },
        };
        foreach (var parameter in more) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var found = new List<LoggedAccess>();
        while (await rows.ReadAsync(ct)) found.Add(Of(partnership, rows));
        return found;
    }

    private static LoggedAccess Of(Partnership partnership, NpgsqlDataReader row)
    {
        var by = new Caller(row.GetString(1), row.GetString(2), row.GetString(3), AccessCodes.Read<Role>(row.GetString(4)), partnership);
        return new LoggedAccess(
            new AccessEntry(
                row.GetFieldValue<DateTimeOffset>(0), by, AccessCodes.Read<AccessOperation>(row.GetString(5)), row.IsDBNull(6) ? null : new JourneyId(row.GetGuid(6)),
                row.GetString(7), row.IsDBNull(8) ? null : row.GetString(8), row.IsDBNull(9) ? null : row.GetString(9)),
            row.IsDBNull(10) ? null : row.GetFieldValue<byte[]>(10));
    }

    // PostgreSQL's own beginning and end of time are what .NET's are sent as.
    private static NpgsqlParameter Instant(DateTimeOffset? instant, DateTimeOffset otherwise) => new() { Value = (instant ?? otherwise).ToUniversalTime() };

    private static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar };
}
