using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>Keeps up the marks by which the position at an instant is found without reading the log. Whoever folds writes them, a little at each step.</summary>
internal sealed class PositionMarks(NpgsqlConnection connection, int stretch)
{
    private int _length;
    private long? _end;

    /// <param name="folded">The position up to which everything was folded: no hole and nothing uncommitted is below it.</param>
    /// <param name="most">How many stretches at most, so that nothing else waits long.</param>
    /// <param name="ct">Leaves what was marked.</param>
    public async Task GoOnAsync(long folded, int most, CancellationToken ct)
    {
        _end ??= await ReadEndAsync(ct);
        for (var n = 0; n < most && folded - _end >= Math.Max(stretch, _length); n++)
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { FoldSql.MarkPositions(_length = Math.Max(stretch, _length), folded) } };
            var end = await batch.ExecuteScalarAsync(ct) as long?;
            // A stretch of nothing but tombstones leaves no mark: a longer one is tried.
            _length = end is null ? _length * 2 : 0;
            _end = end ?? _end;
        }
    }

    private async Task<long> ReadEndAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(last_position), 0) from journeys.position_mark", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
