using System.Runtime.CompilerServices;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>Reads journeys and the log. What comes from the server is streamed, not gathered.</summary>
internal sealed class FactReader(DataSources sources) : IDisposable
{
    private const string OfJourney = $"select {FactRows.Columns} from journeys.mt_events where tenant_id = $1 and stream_id = $2 and version >= $3 order by version";
    private const string OfPartnership = $"select {FactRows.Columns} from journeys.mt_events where tenant_id = $1 and seq_id <= $2 order by tenant_id, stream_id, version";
    private const string OfAll = $"select {FactRows.Columns} from journeys.mt_events where type <> 'tombstone' and seq_id <= $1 order by tenant_id, stream_id, version";
    private const string After = $"select {FactRows.Columns} from journeys.mt_events where seq_id > $1 order by seq_id limit $2";
    private readonly KeptFacts kept = new();

    /// <summary>One journey, up to a position; what was read of it before is not read again.</summary>
    public async Task<IReadOnlyList<RecordedFact>> JourneyAsync(Partnership partnership, JourneyId journey, long upTo, CancellationToken ct)
    {
        var before = kept.Of(partnership, journey);
        var since = await FromAsync(partnership, journey, before.Count == 0 ? 0 : before[^1].Version, ct);
        // The last one is asked for again: after a restore of the database to an earlier moment it is not there, or another.
        var facts = before.Count == 0 ? since
            : since.Count == 0 || since[0].Id != before[^1].Id || since[0].Position != before[^1].Position ? await FromAsync(partnership, journey, 0, ct)
            : since.Count == 1 ? before
            : [.. before, .. since.Skip(1)];
        if (facts != before) kept.Keep(partnership, journey, facts);
        return facts.All(f => f.Position <= upTo) ? facts : [.. facts.Where(f => f.Position <= upTo)];
    }

    private async Task<IReadOnlyList<RecordedFact>> FromAsync(Partnership partnership, JourneyId journey, long version, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(Command(OfJourney, partnership.Name, journey.Value, version));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var facts = new List<RecordedFact>();
        while (await rows.ReadAsync(ct)) facts.Add(FactRows.Read(rows));
        return facts;
    }

    public async IAsyncEnumerable<IReadOnlyList<RecordedFact>> JourneysAsync(Partnership? partnership, long upTo, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var batch = (partnership is null ? sources.Folder : sources.Reader).CreateBatch();
        if (partnership is { } one)
        {
            batch.BatchCommands.Add(Scope.To(one));
            batch.BatchCommands.Add(Command(OfPartnership, one.Name, upTo));
        }
        else
        {
            batch.BatchCommands.Add(Command(OfAll, upTo));
        }

        await using var rows = await batch.ExecuteReaderAsync(ct);
        if (partnership is not null) await rows.NextResultAsync(ct);
        var journey = new List<RecordedFact>();
        while (await rows.ReadAsync(ct))
        {
            if (!FactRows.IsOfPartnership(rows)) continue;
            var fact = FactRows.Read(rows);
            if (journey.Count > 0 && (journey[0].Journey != fact.Journey || journey[0].Partnership != fact.Partnership))
            {
                yield return journey;
                journey = [];
            }

            journey.Add(fact);
        }

        if (journey.Count > 0) yield return journey;
    }

    /// <summary>What stands after a position without a hole, at most so many rows, and the position reached (what is no partnership's fact is passed, not returned).</summary>
    public async Task<(IReadOnlyList<RecordedFact> Facts, long Reached)> AfterAsync(long position, int most, CancellationToken ct)
    {
        await using var connection = await sources.Folder.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(After, connection) { Parameters = { new() { Value = position }, new() { Value = most } } };
        await command.PrepareAsync(ct);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var facts = new List<RecordedFact>();
        while (await rows.ReadAsync(ct) && rows.GetInt64(0) == position + 1)
        {
            position++;
            if (FactRows.IsOfPartnership(rows)) facts.Add(FactRows.Read(rows));
        }

        return (facts, position);
    }

    public void Dispose() => kept.Dispose();

    private static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
