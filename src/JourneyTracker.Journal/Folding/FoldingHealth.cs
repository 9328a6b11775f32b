using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>How the folds are doing.</summary>
/// <param name="Position">The last position of the journal.</param>
/// <param name="FoldedTo">The position up to which every fold has come.</param>
/// <param name="FeedPosition">The last position of the board feed.</param>
/// <param name="AnnouncedTo">The London day up to which stages were announced; null before the very first start.</param>
/// <param name="Failures">Journeys that are frozen; healthy means none. At most <see cref="FoldingHealth.MostFailures"/>.</param>
public sealed record FoldingState(long Position, long FoldedTo, long FeedPosition, DateOnly? AnnouncedTo, IReadOnlyList<FoldFailure> Failures)
{
    /// <summary>Each fold and the position it has come to.</summary>
    public IReadOnlyList<(string Name, long Position)> Folds { get; init; } = [];

    /// <summary>How long the oldest fact has waited that some fold has not taken; zero when none waits.</summary>
    public TimeSpan Waiting { get; init; }

    /// <summary>Who holds the log back just after the folds; null when nobody does.</summary>
    public LogHolder? Holder { get; init; }

    /// <summary>How many positions the folds are behind.</summary>
    public long Behind => Math.Max(0, Position - FoldedTo);

    public bool IsHealthy => Failures.Count == 0;
}

/// <summary>Asks how the folds are doing; for any node, whether it folds or not.</summary>
public sealed class FoldingHealth(DataSources sources)
{
    public const int MostFailures = 100;

    private static readonly string State = EmbeddedSql.Text("folding_health.sql");

    private static readonly string Holder = EmbeddedSql.Text("folding_holder.sql");

    // The login sees of its own sessions what the role that reads the log may not.
    private const string AsLogin = "select set_config('role', 'none', true)";

    private const string Failures =
        "select partnership, journey, max(position), min(fact::text)::uuid, min(what) from journeys.fold_failure where fold = any ($1) group by 1, 2 order by 3 limit $2";

    private const string Folds = """
        select n, coalesce(p.last_seq_id, 0), coalesce(extract(epoch from clock_timestamp() - (
          select e.timestamp from journeys.mt_events e where e.seq_id > coalesce(p.last_seq_id, 0) order by e.seq_id limit 1)), 0)::float8
        from unnest($1) as n left join journeys.mt_event_progression p on p.name = n
        """;

    public async Task<FoldingState> ReadAsync(CancellationToken ct)
    {
        await using var batch = sources.Folder.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(State) { Parameters = { new() { Value = FoldNames.All.ToArray() } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Failures) { Parameters = { new() { Value = FoldNames.All.ToArray() }, new() { Value = MostFailures } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Folds) { Parameters = { new() { Value = FoldNames.All.ToArray() } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(AsLogin));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Holder));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        var (position, folded, feed) = (rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2));
        DateOnly? announced = rows.IsDBNull(3) ? null : rows.GetFieldValue<DateOnly>(3);
        var hasHole = rows.GetBoolean(4);
        await rows.NextResultAsync(ct);
        var failures = new List<FoldFailure>();
        while (await rows.ReadAsync(ct))
        {
            failures.Add(new FoldFailure(
                new Partnership(rows.GetString(0)), new JourneyId(rows.GetGuid(1)), rows.GetInt64(2), new FactId(rows.GetGuid(3)), rows.GetString(4)));
        }

        await rows.NextResultAsync(ct);
        var (folds, waiting) = (new List<(string, long)>(), 0d);
        while (await rows.ReadAsync(ct))
        {
            folds.Add((rows.GetString(0), rows.GetInt64(1)));
            waiting = Math.Max(waiting, rows.GetDouble(2));
        }

        await rows.NextResultAsync(ct);
        await rows.NextResultAsync(ct);
        var holder = await rows.ReadAsync(ct) ? HolderOf(rows) : null;
        return new FoldingState(position, folded, feed, announced, failures) { Folds = folds, Waiting = TimeSpan.FromSeconds(waiting), Holder = hasHole ? holder : null };
    }

    private static LogHolder HolderOf(NpgsqlDataReader row) => new(
        row.IsDBNull(0) ? null : row.GetInt32(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : TimeSpan.FromSeconds(row.GetDouble(2)));
}
