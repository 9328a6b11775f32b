using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Projections.Board;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Folding;

/// <summary>Reads a cut of a board. What is wanted is cut in the database: a board of a million women is never in memory.</summary>
internal static class BoardRows
{
    private static readonly string Counts = EmbeddedSql.Text("board_counts.sql");
    private static readonly string Areas = EmbeddedSql.Text("board_areas.sql");
    private static readonly string Last = EmbeddedSql.Text("board_women.sql");
    private static readonly string Filtered = EmbeddedSql.Text("board_filtered.sql");
    private static readonly string Shown = EmbeddedSql.Text("board_shown.sql");
    private static readonly string OfJourneys = EmbeddedSql.Text("board_these.sql");

    public static IEnumerable<NpgsqlBatchCommand> Commands(Partnership partnership, DateOnly day, BoardCut cut)
    {
        var stages = StageNames.OnBoard.Select(s => s.Code()).ToArray();
        var most = StageNames.OnBoard.Select(cut.MostOf).ToArray();
        yield return Command(Areas, partnership.Name, day);
        if (cut.Filter != BoardFilter.None)
        {
            yield return Command(Filtered, [partnership.Name, day, stages, most, .. Values(cut.Filter, day)]);
            yield break;
        }

        yield return Command(Counts, partnership.Name, day);
        yield return Command(Last, partnership.Name, day, stages, most);
    }

    /// <summary>A filter as the parameters of board_cut, after the day.</summary>
    public static IEnumerable<object> Values(BoardFilter filter, DateOnly day)
    {
        var (from, until) = filter.CameOn(day);
        return [OrNull(filter.Area), OrNull(filter.Agency), OrNull(from), OrNull(until), OrNull(filter.KnownYear)];
    }

    public static NpgsqlBatchCommand These(Partnership partnership, DateOnly? day, IReadOnlyCollection<JourneyId> journeys) =>
        Command(OfJourneys, partnership.Name, day is { } named ? named : (object)DBNull.Value, journeys.Select(j => j.Value).ToArray());

    /// <summary>Of some women, those whom a filter shows.</summary>
    public static NpgsqlBatchCommand ShownOf(Partnership partnership, DateOnly day, BoardFilter filter, IReadOnlyCollection<JourneyId> journeys) =>
        Command(Shown, [partnership.Name, day, .. Values(filter, day), journeys.Select(j => j.Value).ToArray()]);

    /// <summary>The answers to <see cref="Commands"/>, which come after the row that is being read.</summary>
    public static async Task<BoardSnapshot> ReadAsync(NpgsqlDataReader rows, long position, string epoch, DateOnly day, BoardCut cut, CancellationToken ct)
    {
        await rows.NextResultAsync(ct);
        var areas = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct)) areas.Add(rows.GetString(0));
        await rows.NextResultAsync(ct);
        var counts = new Dictionary<Stage, int>();
        if (cut.Filter == BoardFilter.None)
        {
            while (await rows.ReadAsync(ct)) counts.Add(FoldReading.StageOf(rows.GetString(0)), rows.GetInt32(1));
            await rows.NextResultAsync(ct);
        }

        var women = new List<BoardWoman>();
        while (await rows.ReadAsync(ct))
        {
            women.Add(Woman(rows));
            if (cut.Filter != BoardFilter.None) counts[women[^1].Stage] = rows.GetInt32(5);
        }

        return new BoardSnapshot(position, epoch, day, counts, [.. Cut(women, cut)], areas);
    }

    public static async Task<IReadOnlyList<BoardWoman>> WomenAsync(NpgsqlDataReader rows, CancellationToken ct)
    {
        var women = new List<BoardWoman>();
        while (await rows.ReadAsync(ct)) women.Add(Woman(rows));
        return women;
    }

    private static IEnumerable<BoardWoman> Cut(List<BoardWoman> women, BoardCut cut) => women
        .GroupBy(w => w.Stage).OrderBy(g => g.Key)
        .SelectMany(g => g.OrderByDescending(w => w.Since).ThenBy(w => w.Journey).Take(cut.MostOf(g.Key)));

    private static BoardWoman Woman(NpgsqlDataReader row) => new(
        new JourneyId(row.GetGuid(0)), FoldReading.StageOf(row.GetString(1)), row.GetFieldValue<DateOnly>(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4));

    internal static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }

    internal static NpgsqlParameter OrNull(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Varchar, Value = (object?)value ?? DBNull.Value };

    internal static NpgsqlParameter OrNull(IReadOnlyCollection<JourneyId>? journeys) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = (object?)journeys?.Select(j => j.Value).ToArray() ?? DBNull.Value };

    private static NpgsqlParameter OrNull(DateOnly? value) => new() { NpgsqlDbType = NpgsqlDbType.Date, Value = (object?)value ?? DBNull.Value };

    private static NpgsqlParameter OrNull(int? value) => new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = (object?)value ?? DBNull.Value };
}
