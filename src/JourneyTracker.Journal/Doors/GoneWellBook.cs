using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Doors;

/// <summary>When services were asked what has gone well.</summary>
/// <param name="By">Who asked.</param>
/// <param name="At">When.</param>
public sealed record GoneWellAsked(Recorder By, DateTimeOffset At);

/// <summary>Keeps when the services that work with a woman were asked what has gone well.</summary>
internal sealed class GoneWellBook(DataSources sources)
{
    private static readonly string Ask = EmbeddedSql.Text("gone_well_ask.sql");
    private static readonly string Last = EmbeddedSql.Text("gone_well_last.sql");

    public async Task AskAsync(Caller caller, JourneyId journey, DateTimeOffset at, CancellationToken ct)
    {
        await using var batch = sources.Writer.CreateBatch();
        batch.BatchCommands.Add(Scope.To(caller.Partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Ask)
        {
            Parameters = { new() { Value = caller.Partnership.Name }, new() { Value = journey.Value }, new() { Value = caller.Person }, new() { Value = caller.Agency }, new() { Value = at } },
        });
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The last time; null when nobody asked.</summary>
    public async Task<GoneWellAsked?> LastAsync(Partnership partnership, IEnumerable<JourneyId> journeys, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Last) { Parameters = { new() { Value = partnership.Name }, new() { Value = journeys.Select(j => j.Value).ToArray() } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        return await rows.ReadAsync(ct) ? new GoneWellAsked(new Recorder(rows.GetString(0), rows.GetString(1)), rows.GetFieldValue<DateTimeOffset>(2)) : null;
    }
}
