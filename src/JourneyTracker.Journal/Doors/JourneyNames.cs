using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using Npgsql;

namespace JourneyTracker.Journal.Doors;

/// <summary>Finds journeys by what people call them: the id, or the short name that stands on boards. Says nothing of them but that they are there.</summary>
public sealed class JourneyNames(DataSources sources, AccessBook access)
{
    private const string InRange = "select id from journeys.mt_streams where tenant_id = $1 and id >= $2 and id <= $3 order by id limit 10";

    /// <summary>Those of the caller's partnership; hardly ever more than one. An id is taken as it is, whether or not there is such a journey.</summary>
    public async Task<IReadOnlyList<JourneyId>> FindAsync(Caller caller, string name, CancellationToken ct)
    {
        if (JourneyId.TryParse(name, null, out var id)) return [id];
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound || !Pseudonym.TryRange(name, out var first, out var last)) return [];
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(caller.Partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(InRange) { Parameters = { new() { Value = caller.Partnership.Name }, new() { Value = first }, new() { Value = last } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var found = new List<JourneyId>();
        while (await rows.ReadAsync(ct)) found.Add(new JourneyId(rows.GetGuid(0)));
        found.RemoveAll((await access.HiddenFromAsync(caller, ct)).Contains);
        return found;
    }
}
