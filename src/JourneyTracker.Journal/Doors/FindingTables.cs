using System.Text.Json;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Doors;

/// <summary>Findings as the fold has stored them. Nothing here has been asked for anybody yet.</summary>
internal sealed class FindingTables(DataSources sources)
{
    private static readonly Dictionary<string, FindingCode> Codes = Enum.GetValues<FindingCode>().ToDictionary(c => JsonNamingPolicy.KebabCaseLower.ConvertName(c.ToString()));

    /// <summary>The newest first.</summary>
    public Task<List<(JourneyId Journey, FindingCode Code, DateOnly Day, FactId Fact)>> ListAsync(Partnership partnership, FindingCode? code, int most, CancellationToken ct) => ReadAsync(
        partnership, "findings_list.sql", [code is { } one ? JsonNamingPolicy.KebabCaseLower.ConvertName(one.ToString()) : DBNull.Value, most],
        row => (new JourneyId(row.GetGuid(0)), Codes[row.GetString(1)], row.GetFieldValue<DateOnly>(2), new FactId(row.GetGuid(3))), ct);

    /// <summary>Journeys with a record that cannot be read, those that wait longest first.</summary>
    public Task<List<(JourneyId Journey, DateTimeOffset Since)>> FrozenAsync(Partnership partnership, int most, CancellationToken ct) =>
        ReadAsync(partnership, "findings_frozen.sql", [most], row => (new JourneyId(row.GetGuid(0)), row.GetFieldValue<DateTimeOffset>(1)), ct);

    private async Task<List<T>> ReadAsync<T>(Partnership partnership, string file, object[] values, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        var command = new NpgsqlBatchCommand(EmbeddedSql.Text(file)) { Parameters = { new() { Value = partnership.Name } } };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var all = new List<T>();
        while (await rows.ReadAsync(ct)) all.Add(read(rows));
        return all;
    }
}
