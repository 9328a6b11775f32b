using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Projections.Status;
using Npgsql;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// Counts women by stage from what the folds have stored, as known now. The same answer as folding every journey gives, at a fraction of the cost; only for the
/// position at which the folds stand.
/// </summary>
public sealed class StageTables(DataSources sources)
{
    /// <summary>A folding node that is no further behind than this is waited for.</summary>
    private const long NearlyThere = 10_000;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly string Standing = EmbeddedSql.Text("stages_standing.sql");
    private static readonly string ByStage = EmbeddedSql.Text("stages_count.sql");
    private static readonly string ByAgency = EmbeddedSql.Text("stages_by_agency.sql");
    private static readonly string ByArea = EmbeddedSql.Text("stages_by_area.sql");

    /// <param name="partnership">Whose women.</param>
    /// <param name="position">Everything up to here must be in it.</param>
    /// <param name="day">The day of the stages.</param>
    /// <param name="by">How they are grouped as well.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The count and what it was made from; null when the folds are not there yet.</returns>
    internal async Task<(StageCount Count, JourneysRead Read)?> CountAsync(Partnership partnership, long position, DateOnly day, CensusBy? by, CancellationToken ct)
    {
        if (!await HaveReachedAsync(position, ct)) return null;
        await using var connection = await sources.Reader.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                Scope.To(partnership),
                Command(Standing, FoldNames.All.ToArray(), partnership.Name, JourneyStatus.Name),
                Command(by switch { CensusBy.Area => ByArea, CensusBy.Agency => ByAgency, _ => ByStage }, partnership.Name, day),
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        await rows.ReadAsync(ct);
        var (reached, journeys, frozen) = (rows.GetInt64(0), rows.GetInt64(1), rows.GetInt32(2));
        await rows.NextResultAsync(ct);
        var count = new StageCount(day, by);
        while (await rows.ReadAsync(ct)) count.Add(FoldReading.StageOf(rows.GetString(0)), rows.IsDBNull(1) ? null : rows.GetString(1), rows.GetInt32(2));
        count.AllAre(journeys);
        return (count, new JourneysRead(reached, frozen));
    }

    private async Task<bool> HaveReachedAsync(long position, CancellationToken ct)
    {
        var health = new FoldingHealth(sources);
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            var reached = (await health.ReadAsync(ct)).FoldedTo;
            if (reached >= position) return true;
            if (position - reached > NearlyThere || System.Diagnostics.Stopwatch.GetElapsedTime(begun) > Patience) return false;
            await Task.Delay(BetweenLooks, ct);
        }
    }

    private static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
