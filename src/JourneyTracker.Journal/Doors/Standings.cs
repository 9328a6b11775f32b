using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Doors;

/// <summary>Where women stand on a day, from what the folds have stored: for lists of women of whom the caller may know.</summary>
internal sealed class Standings(DataSources sources)
{
    /// <summary>Those of the journeys that are folded by now, each with its stage and the area she is known in.</summary>
    public async Task<IReadOnlyDictionary<JourneyId, (Stage Stage, string? Area)>> OfAsync(Partnership partnership, IEnumerable<JourneyId> journeys, DateOnly day, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(EmbeddedSql.Text("standings.sql"))
        {
            Parameters = { new() { Value = partnership.Name }, new() { Value = day }, new() { Value = journeys.Select(j => j.Value).ToArray() } },
        });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var standings = new Dictionary<JourneyId, (Stage, string?)>();
        while (await rows.ReadAsync(ct)) standings[new JourneyId(rows.GetGuid(0))] = (FoldReading.StageOf(rows.GetString(1)), rows.IsDBNull(2) ? null : rows.GetString(2));
        return standings;
    }
}
