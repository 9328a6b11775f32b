using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Projections.Board;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>What a board says beside its women: how many there were on another day, from which agencies, and what happened since a position of the feed.</summary>
public sealed class BoardCounts(DataSources sources)
{
    private static readonly string Counts = EmbeddedSql.Text("board_counts.sql");
    private static readonly string Filtered = EmbeddedSql.Text("board_filtered_counts.sql");
    private static readonly string Agencies = EmbeddedSql.Text("board_agencies.sql");
    private static readonly string History = EmbeddedSql.Text("board_history.sql");
    private static readonly string Changes = EmbeddedSql.Text("board_changes.sql");

    /// <summary>Women by stage on a day, as known now; a stage without any is left out.</summary>
    public async Task<IReadOnlyDictionary<Stage, int>> OnAsync(Partnership partnership, DateOnly day, BoardFilter filter, CancellationToken ct)
    {
        var command = filter == BoardFilter.None
            ? BoardRows.Command(Counts, partnership.Name, day)
            : BoardRows.Command(Filtered, [partnership.Name, day, .. BoardRows.Values(filter, day)]);
        return (await ReadAsync(partnership, command, r => (FoldReading.StageOf(r.GetString(0)), r.GetInt32(1)), ct)).ToDictionary(c => c.Item1, c => c.Item2);
    }

    /// <summary>The agencies whose records began the stages of a board's women on a day, in the order of their names.</summary>
    /// <param name="partnership">Whose women.</param>
    /// <param name="day">The day.</param>
    /// <param name="without">Women who are left out.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<string>> AgenciesAsync(Partnership partnership, DateOnly day, IReadOnlyCollection<JourneyId> without, CancellationToken ct) =>
        ReadAsync(partnership, BoardRows.Command(Agencies, partnership.Name, day, without.Select(j => j.Value).ToArray()), r => r.GetString(0), ct);

    /// <summary>Women by stage on each of some days, as known now: for each stage as many numbers as there are days.</summary>
    /// <param name="partnership">Whose women.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="area">Those who are known in this area at the end; null for all.</param>
    /// <param name="only">These women alone; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<Stage, int[]>> HistoryAsync(
        Partnership partnership, DateOnly from, DateOnly to, string? area, IReadOnlyCollection<JourneyId>? only, CancellationToken ct)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        var history = StageNames.OnBoard.ToDictionary(s => s, _ => new int[days]);
        var changes = await ReadAsync(
            partnership, BoardRows.Command(History, partnership.Name, from, to, BoardRows.OrNull(area), BoardRows.OrNull(only)),
            r => (Stage: FoldReading.StageOf(r.GetString(0)), Day: r.GetFieldValue<DateOnly>(1), Change: r.GetInt32(2)), ct);
        foreach (var (stage, day, change) in changes) history[stage][day.DayNumber - from.DayNumber] += change;
        foreach (var counts in history.Values)
            for (var day = 1; day < days; day++) counts[day] += counts[day - 1];
        return history;
    }

    /// <summary>Women of a partnership who are elsewhere than they were at a position of the feed, the last first.</summary>
    public Task<IReadOnlyList<BoardChange>> SinceAsync(Partnership partnership, long position, int most, CancellationToken ct) => ReadAsync(
        partnership, BoardRows.Command(Changes, partnership.Name, position, most),
        r => new BoardChange(
            new JourneyId(r.GetGuid(0)), FoldReading.StageOf(r.GetString(1)), FoldReading.StageOf(r.GetString(2)), r.GetFieldValue<DateOnly>(3),
            r.IsDBNull(4) ? null : new FactId(r.GetGuid(4)), r.GetInt32(6)),
        ct);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(Partnership partnership, NpgsqlBatchCommand command, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(command);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var found = new List<T>();
        while (await rows.ReadAsync(ct)) found.Add(read(rows));
        return found;
    }
}
