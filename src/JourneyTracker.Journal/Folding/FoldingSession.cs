using System.Diagnostics;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Events;
using JourneyTracker.Journal.Folding.Rebuild;
using JourneyTracker.Journal.Measuring;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>
/// What the one node that folds does. The lock that makes it the one, the notifications and the transactions share a connection: who loses the
/// lock has lost the transaction too.
/// </summary>
internal sealed class FoldingSession : IFoldSteps, IAsyncDisposable
{
    internal const long FoldingLock = 5460251087460412432;
    private const int MarksAtOnce = 50;
    private const int SignOfLife = 1;
    private const int Patience = 7;
    private readonly NpgsqlConnection _connection;
    private readonly FoldingOptions _options;
    private readonly TimeProvider _clock;
    private HashSet<(Partnership, JourneyId)> _frozen = [];
    private DateOnly? _rolledTo;
    private readonly PositionMarks _marks;
    private volatile bool _rung;

    private FoldingSession(NpgsqlConnection connection, FoldingOptions options, TimeProvider clock)
    {
        (_connection, _options, _clock, _marks) = (connection, options, clock, new PositionMarks(connection, options.MarkEvery));
        connection.Notification += (_, _) => _rung = true;
    }

    /// <inheritdoc/>
    public long Checkpoint { get; private set; }

    /// <summary>Null when another node folds.</summary>
    public static async Task<FoldingSession?> TryOpenAsync(DataSources sources, FoldingOptions options, TimeProvider clock, CancellationToken ct)
    {
        // A node that stands still (stopped, paused with its machine) must lose the lock to another: the server ends a session that gives no sign of life.
        var connection = sources.Unpooled("journeys_folder", SignOfLife, $"idle_session_timeout={Patience}s", $"idle_in_transaction_session_timeout={Patience}s");
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({FoldingLock})", connection);
            if (await command.ExecuteScalarAsync(ct) is true)
            {
                await BringUpAsync(sources, connection, options, ct);
                var session = new FoldingSession(connection, options, clock);
                await session.StartAsync(ct);
                return session;
            }

            await connection.DisposeAsync();
            return null;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<long> StepAsync(CancellationToken ct)
    {
        await RollAsync(ct);
        _rung = false;
        var (touched, reached) = await TailAsync(ct);
        var passed = reached - Checkpoint;
        if (passed > 0) await FoldAsync(touched, reached, ct);
        await _marks.GoOnAsync(Checkpoint, MarksAtOnce, ct);
        return passed;
    }

    /// <summary>Marks all positions up to one to which everything was folded, however many they are.</summary>
    public Task MarkAllAsync(long folded, CancellationToken ct) => _marks.GoOnAsync(folded, int.MaxValue, ct);

    /// <inheritdoc/>
    public async Task WaitAsync(CancellationToken ct)
    {
        if (!_rung) await _connection.WaitAsync(_options.Poll, ct);
    }

    /// <summary>
    /// A fold that is new in this version of the program is built up to where the others stand, before anything is folded; and all are, when they are far behind.
    /// </summary>
    private static async Task BringUpAsync(DataSources sources, NpgsqlConnection connection, FoldingOptions options, CancellationToken ct)
    {
        var marks = new Dictionary<string, long>();
        await using (var command = new NpgsqlCommand("select name, last_seq_id from journeys.mt_event_progression where name = any ($1)", connection))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = FoldNames.All.ToArray() });
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct)) marks.Add(rows.GetString(0), rows.GetInt64(1));
        }

        var furthest = marks.Values.DefaultIfEmpty().Max();
        var position = await new Positions(sources.Folder).NowAsync(ct);
        if (position - furthest >= Math.Max(options.QuietFrom, furthest))
        {
            await new FoldRebuild(sources).RunAsync(position, null, ct);
            return;
        }

        var behind = FoldNames.All.Where(f => marks.GetValueOrDefault(f) < furthest).ToList();
        if (behind.Count > 0) await new FoldRebuild(sources).RunAsync(behind, null, ct);
    }

    private async Task StartAsync(CancellationToken ct)
    {
        await using (var listen = new NpgsqlCommand("listen mt_events_appended", _connection)) await listen.ExecuteNonQueryAsync(ct);
        await ReadStateAsync(ct);
        await RollAsync(ct);
        if (_frozen.Count > 0) await FoldAsync(Touched.Of(_frozen), Checkpoint, ct);
    }

    private async Task ReadStateAsync(CancellationToken ct)
    {
        await using (var transaction = await FoldTransaction.BeginAsync(_connection, ct))
        {
            await transaction.ReadAsync(Touched.Of([]), 0, 0, ct);
            (Checkpoint, _rolledTo) = (transaction.Checkpoint, transaction.RolledTo);
        }

        await using var command = new NpgsqlCommand("select distinct partnership, journey from journeys.fold_failure where fold = any ($1)", _connection);
        command.Parameters.Add(new NpgsqlParameter { Value = FoldNames.All.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(ct);
        _frozen = [];
        while (await rows.ReadAsync(ct)) _frozen.Add((new Partnership(rows.GetString(0)), new JourneyId(rows.GetGuid(1))));
    }

    /// <summary>Stages are announced as of one London day, which moves on only here, before the first fact that is folded on the new one.</summary>
    private async Task RollAsync(CancellationToken ct)
    {
        var today = LondonDay.Of(_clock.GetUtcNow());
        if (_rolledTo >= today) return;
        await using var transaction = await FoldTransaction.BeginAsync(_connection, ct);
        await transaction.RollAsync(today, ct);
        _rolledTo = today;
    }

    private async Task<(Touched Touched, long Reached)> TailAsync(CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(_connection) { BatchCommands = { FoldSql.ReadTail(Checkpoint, _options.MostFacts) } };
        await using var rows = await batch.ExecuteReaderAsync(ct);
        var journeys = new HashSet<(Partnership, JourneyId)>();
        var reached = Checkpoint;
        while (await rows.ReadAsync(ct) && rows.GetInt64(0) == reached + 1)
        {
            reached++;
            if (FactRows.IsOfPartnership(rows, stream: 2, type: 3, tenant: 1)) journeys.Add((new Partnership(rows.GetString(1)), new JourneyId(rows.GetGuid(2))));
        }

        return (Touched.Of(journeys), reached);
    }

    private async Task FoldAsync(Touched touched, long reached, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        using var trace = Meters.Traces.StartActivity("fold")?.SetTag("positions", reached - Checkpoint).SetTag("journeys", touched.Count);
        await using var transaction = await FoldTransaction.BeginAsync(_connection, ct);
        var folded = await transaction.ReadAsync(touched, Checkpoint, reached, ct);
        if (transaction.Checkpoint != Checkpoint)
            throw new InvalidOperationException($"The folds stand at {transaction.Checkpoint}, not at {Checkpoint}: somebody else moved them.");
        await transaction.WriteAsync(folded, _frozen, reached, _options, ct);
        Meters.FoldBatch.Record(reached - Checkpoint);
        Meters.FoldDuration.RecordSince(begun);
        Checkpoint = reached;
        foreach (var journey in folded.Folded) _frozen.Remove((journey.Partnership, journey.Journey));
        foreach (var failure in folded.Failures) _frozen.Add((failure.Partnership, failure.Journey));
    }

    /// <summary>Gives the lock back before it goes: a server that is busy takes its time to notice that a connection was closed, and until then nobody could fold.</summary>
    public async ValueTask DisposeAsync()
    {
        await Failures.ReleaseAsync(_connection);
        await _connection.DisposeAsync();
    }
}
