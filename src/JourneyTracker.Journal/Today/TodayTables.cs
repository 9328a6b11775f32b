using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Today;

/// <summary>Whom to open for the page Today: who may be needed comes from the fold of days, who was marked from the marks.</summary>
internal sealed class TodayTables(DataSources sources)
{
    private static readonly string Candidates = EmbeddedSql.Text("today_candidates.sql");
    private static readonly string Marked = EmbeddedSql.Text("prompt_marks_women.sql");

    /// <summary>Most urgent first.</summary>
    /// <param name="partnership">Whose women.</param>
    /// <param name="day">The day.</param>
    /// <param name="except">Women of whom the caller may not know.</param>
    /// <param name="only">These women alone; null for all.</param>
    /// <param name="from">How many are passed over.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<JourneyId>> CandidatesAsync(Partnership partnership, DateOnly day, IEnumerable<JourneyId> except, IEnumerable<JourneyId>? only, int from, int most, CancellationToken ct) =>
        ListAsync(partnership, Candidates, [partnership.Name, day, Ids(except), only is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } : Ids(only), from, most], ct);

    /// <summary>Women with a mark of that kind, the last marked first.</summary>
    public Task<IReadOnlyList<JourneyId>> MarkedAsync(Partnership partnership, PromptMarkKind kind, IEnumerable<JourneyId> except, int from, int most, CancellationToken ct) =>
        ListAsync(partnership, Marked, [partnership.Name, MarkCodes.Of(kind), Ids(except), from, most], ct);

    private async Task<IReadOnlyList<JourneyId>> ListAsync(Partnership partnership, string sql, object[] values, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var found = new List<JourneyId>();
        while (await rows.ReadAsync(ct)) found.Add(new JourneyId(rows.GetGuid(0)));
        return found;
    }

    private static Guid[] Ids(IEnumerable<JourneyId> journeys) => [.. journeys.Select(j => j.Value)];
}
