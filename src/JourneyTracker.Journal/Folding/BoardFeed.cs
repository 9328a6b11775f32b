using System.Runtime.CompilerServices;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Events;
using JourneyTracker.Projections.Board;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>The board feed of this database, for any node. One connection listens for all who follow it.</summary>
public sealed class BoardFeed(DataSources sources) : IBoardFeed, IAsyncDisposable
{
    private const int TailBatch = 1_000;
    private const string Lines = "select position, partnership, journey, kind, from_stage, to_stage, day, by_fact from journeys.board_feed";
    private const string Head = "select last_position, first_kept, journeys.feed_epoch() from journeys.board_feed_head";
    private const string Stand = "select last_position, coalesce(rolled_to, (now() at time zone 'Europe/London')::date), journeys.feed_epoch() from journeys.board_feed_head";
    private static readonly TimeSpan SafetyNet = TimeSpan.FromSeconds(1);
    private readonly Bell _bell = new(sources, FoldSql.FeedChannel);

    public async Task<BoardSnapshot> SnapshotAsync(Partnership partnership, DateOnly? day, BoardCut cut, CancellationToken ct)
    {
        await using var connection = await sources.Reader.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var (position, announced, epoch) = await StandAsync(connection, transaction, ct);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Scope.To(partnership) } };
        foreach (var command in BoardRows.Commands(partnership, day ?? announced, cut)) batch.BatchCommands.Add(command);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        return await BoardRows.ReadAsync(rows, position, epoch, day ?? announced, cut, ct);
    }

    public async Task<IReadOnlyDictionary<JourneyId, BoardWoman>> WomenAsync(
        Partnership partnership, IReadOnlyCollection<JourneyId> journeys, DateOnly? day, CancellationToken ct)
    {
        if (journeys.Count == 0) return new Dictionary<JourneyId, BoardWoman>();
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(BoardRows.These(partnership, day, journeys));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        return (await BoardRows.WomenAsync(rows, ct)).ToDictionary(w => w.Journey);
    }

    public async Task<IReadOnlySet<JourneyId>> ShownAsync(Partnership partnership, DateOnly day, BoardFilter filter, IReadOnlyCollection<JourneyId> journeys, CancellationToken ct)
    {
        var shown = new HashSet<JourneyId>();
        if (journeys.Count == 0) return shown;
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(BoardRows.ShownOf(partnership, day, filter, journeys));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct)) shown.Add(new JourneyId(rows.GetGuid(0)));
        return shown;
    }

    private static async Task<(long Position, DateOnly Day, string Epoch)> StandAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Stand, connection, transaction);
        await using var rows = await command.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        return (rows.GetInt64(0), rows.GetFieldValue<DateOnly>(1), rows.GetString(2));
    }

    public async Task<IReadOnlyList<BoardMessage>?> ReadAsync(Partnership partnership, long after, string? epoch, int most, CancellationToken ct)
    {
        // The head is read after the lines: what it still keeps, the lines cannot have missed.
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(Command($"{Lines} where partnership = $1 and position > $2 order by position limit $3", partnership.Name, after, most));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Head));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        return await MessagesAsync(rows, after, epoch, ct);
    }

    public async Task<IReadOnlyList<BoardMessage>> LastMovesAsync(Partnership partnership, long upTo, int most, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(Command($"{Lines} where partnership = $1 and position <= $2 and kind <> 'revised' order by position desc limit $3", partnership.Name, upTo, most));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var messages = await LinesAsync(rows, ct);
        messages.Reverse();
        return messages;
    }

    public async Task<long> PositionAsync(CancellationToken ct)
    {
        await using var command = sources.Reader.CreateCommand(Head);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<string> EpochAsync(CancellationToken ct)
    {
        await using var command = sources.Reader.CreateCommand("select journeys.feed_epoch()");
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <exception cref="InvalidOperationException">The feed no longer keeps, or never had, what comes after that position.</exception>
    public async IAsyncEnumerable<IReadOnlyList<BoardMessage>> TailAsync(long after, [EnumeratorCancellation] CancellationToken ct)
    {
        var epoch = await EpochAsync(ct);
        while (true)
        {
            var ring = _bell.Next();
            var messages = await AfterAsync(after, epoch, ct) ?? throw new InvalidOperationException($"The board feed cannot be followed from position {after}: take a new snapshot.");
            if (messages.Count > 0)
            {
                after = messages[^1].Position;
                yield return messages;
                continue;
            }

            await Bell.WaitAsync(ring, SafetyNet, ct);
        }
    }

    private async Task<IReadOnlyList<BoardMessage>?> AfterAsync(long after, string epoch, CancellationToken ct)
    {
        await using var batch = sources.Folder.CreateBatch();
        batch.BatchCommands.Add(Command($"{Lines} where position > $1 order by position limit $2", after, TailBatch));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Head));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        return await MessagesAsync(rows, after, epoch, ct);
    }

    private static async Task<IReadOnlyList<BoardMessage>?> MessagesAsync(NpgsqlDataReader rows, long after, string? epoch, CancellationToken ct)
    {
        var messages = await LinesAsync(rows, ct);
        await rows.NextResultAsync(ct);
        await rows.ReadAsync(ct);
        var (last, first) = (rows.GetInt64(0), rows.GetInt64(1));
        return after < first - 1 || after > last || (epoch ?? rows.GetString(2)) != rows.GetString(2) ? null : messages;
    }

    private static async Task<List<BoardMessage>> LinesAsync(NpgsqlDataReader rows, CancellationToken ct)
    {
        var messages = new List<BoardMessage>();
        while (await rows.ReadAsync(ct))
        {
            messages.Add(new BoardMessage(
                rows.GetInt64(0), new Partnership(rows.GetString(1)), new JourneyId(rows.GetGuid(2)), FeedCodes.Kind(rows.GetString(3)),
                FoldReading.StageOf(rows.GetString(4)), FoldReading.StageOf(rows.GetString(5)), rows.GetFieldValue<DateOnly>(6),
                rows.IsDBNull(7) ? null : new FactId(rows.GetGuid(7))));
        }

        return messages;
    }

    private static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    public ValueTask DisposeAsync() => _bell.DisposeAsync();
}
