using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.Journal.Drafts;

/// <summary>The drafts in the journal's database, each sealed with the key of its journey: erasing her reaches them.</summary>
internal sealed class DraftTable(NpgsqlDataSource writer, JourneyKeys keys)
{
    /// <summary>Keeps it in place of the one before.</summary>
    /// <returns>Its id and whether it is new; null when her key was destroyed, and nothing can be kept.</returns>
    public async Task<(Guid Id, bool IsNew)?> SaveAsync(Caller by, DraftOf of, IReadOnlyDictionary<string, string[]> typed, DateTimeOffset at, CancellationToken ct)
    {
        if (!(await keys.FindOrMakeAsync([of.Journey], ct)).TryGetValue(of.Journey, out var key)) return null;
        var text = new JourneySealer(of.Journey, key).Seal(JsonSerializer.SerializeToUtf8Bytes(typed));
        await using var batch = Batch(by, Command("draft_forget.sql", by.Partnership.Name, Oldest(at)), Command("draft_save.sql", [Guid.NewGuid(), .. Whose(by), .. Which(of), text, at.ToUniversalTime()]));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        await rows.ReadAsync(ct);
        return (rows.GetGuid(0), rows.GetBoolean(1));
    }

    public async Task<Draft?> FindAsync(Caller by, DraftOf of, DateTimeOffset now, CancellationToken ct)
    {
        var found = await ReadAsync(by, Command("draft_find.sql", [.. Whose(by), .. Which(of), Oldest(now)]), ct);
        if (found is not [var (draft, text)] || text is null) return found.Count == 0 ? null : found[0].Draft;
        return (await keys.FindAsync([of.Journey], ct)).TryGetValue(of.Journey, out var key)
            ? draft with { Typed = JsonSerializer.Deserialize<Dictionary<string, string[]>>(new JourneySealer(of.Journey, key).Open(text))! }
            : null;
    }

    /// <summary>Those not recorded yet, the last one first, without what was typed.</summary>
    public async Task<IReadOnlyList<Draft>> ListAsync(Caller by, DateTimeOffset now, CancellationToken ct) =>
        [.. (await ReadAsync(by, Command("draft_list.sql", [.. Whose(by), Oldest(now)]), ct)).Select(r => r.Draft)];

    public Task RecordedAsync(Caller by, Draft draft, FactId fact, CancellationToken ct) =>
        ExecuteAsync(by, Command("draft_recorded.sql", [.. Whose(by), .. Which(draft.Of), draft.Id, fact.Value]), ct);

    public Task ThrowAwayAsync(Caller by, Guid draft, CancellationToken ct) => ExecuteAsync(by, Command("draft_throw_away.sql", [.. Whose(by), draft]), ct);

    private async Task<List<(Draft Draft, string? Sealed)>> ReadAsync(Caller by, NpgsqlBatchCommand command, CancellationToken ct)
    {
        await using var batch = Batch(by, command);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var read = new List<(Draft, string?)>();
        while (await rows.ReadAsync(ct))
        {
            var of = new DraftOf(new JourneyId(rows.GetGuid(1)), rows.GetString(2), rows.IsDBNull(3) ? null : new FactId(rows.GetGuid(3)));
            var recorded = rows.IsDBNull(5) ? (FactId?)null : new FactId(rows.GetGuid(5));
            read.Add((new Draft(rows.GetGuid(0), of, rows.GetFieldValue<DateTimeOffset>(6), recorded, new Dictionary<string, string[]>()), rows.IsDBNull(4) ? null : rows.GetString(4)));
        }

        return read;
    }

    private async Task ExecuteAsync(Caller by, NpgsqlBatchCommand command, CancellationToken ct)
    {
        await using var batch = Batch(by, command);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlBatch Batch(Caller by, params ReadOnlySpan<NpgsqlBatchCommand> commands)
    {
        var batch = writer.CreateBatch();
        batch.BatchCommands.Add(Scope.To(by.Partnership));
        foreach (var command in commands) batch.BatchCommands.Add(command);
        return batch;
    }

    private static object?[] Whose(Caller by) => [by.Partnership.Name, by.Person, by.Agency];

    private static object?[] Which(DraftOf of) => [of.Journey.Value, of.Kind, of.Corrects?.Value];

    private static object Oldest(DateTimeOffset now) => now.ToUniversalTime().AddDays(-Draft.Days);

    private static NpgsqlBatchCommand Command(string file, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(EmbeddedSql.Text(file));
        foreach (var value in values)
            command.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid } : new NpgsqlParameter { Value = value });
        return command;
    }
}
