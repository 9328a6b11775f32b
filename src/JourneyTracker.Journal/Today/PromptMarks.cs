using System.Text;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Journal.Secrets;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Today;

/// <summary>Who took, snoozed or did what. Which prompt it was is sealed with her own key: of a woman who was erased nobody can tell any more.</summary>
public sealed class PromptMarks
{
    private readonly DataSources sources;
    private readonly JourneyKeys keys;

    internal PromptMarks(DataSources sources, JourneyKeys keys) => (this.sources, this.keys) = (sources, keys);

    /// <summary>The last mark of each prompt of some women.</summary>
    internal async Task<ILookup<JourneyId, PromptMark>> LastAsync(Partnership partnership, IReadOnlyCollection<JourneyId> journeys, CancellationToken ct)
    {
        var read = await ReadAsync(partnership, journeys, ct);
        if (read.Count == 0) return Array.Empty<(JourneyId Journey, PromptMark Mark)>().ToLookup(m => m.Journey, m => m.Mark);
        var found = await keys.FindAsync([.. read.Select(r => r.Journey).Distinct()], ct);
        return read
            .Select(r => (r.Journey, Mark: Open(r.Journey, r.Mark, found.GetValueOrDefault(r.Journey))))
            .Where(r => r.Mark is not null)
            .GroupBy(r => (r.Journey, r.Mark!.Key))
            .ToLookup(g => g.Key.Journey, g => g.Last().Mark!);
    }

    /// <exception cref="ErasedException">She was erased.</exception>
    internal async Task AddAsync(Partnership partnership, JourneyId journey, PromptMark mark, CancellationToken ct)
    {
        var key = (await keys.FindOrMakeAsync([journey], ct)).GetValueOrDefault(journey) ?? throw new ErasedException();
        await using var batch = sources.Loader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(EmbeddedSql.Text("prompt_marks_add.sql"))
        {
            Parameters =
            {
                new() { Value = partnership.Name }, new() { Value = journey.Value }, new() { Value = new JourneySealer(journey, key).Seal(Encoding.UTF8.GetBytes(mark.Key)) },
                new() { Value = MarkCodes.Of(mark.Kind) }, new() { Value = (object?)mark.Until ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date },
                new() { Value = mark.Reason is { } reason ? MarkCodes.Of(reason) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = mark.By.Person }, new() { Value = mark.By.Agency }, new() { Value = mark.At.ToUniversalTime() },
            },
        });
        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task<List<(JourneyId Journey, PromptMark Mark)>> ReadAsync(Partnership partnership, IReadOnlyCollection<JourneyId> journeys, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(EmbeddedSql.Text("prompt_marks_read.sql")) { Parameters = { new() { Value = partnership.Name }, new() { Value = journeys.Select(j => j.Value).ToArray() } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var marks = new List<(JourneyId, PromptMark)>();
        while (await rows.ReadAsync(ct))
        {
            marks.Add((new JourneyId(rows.GetGuid(0)), new PromptMark(
                rows.GetString(1), MarkCodes.KindOf(rows.GetString(2)), rows.IsDBNull(3) ? null : rows.GetFieldValue<DateOnly>(3),
                rows.IsDBNull(4) ? null : MarkCodes.ReasonOf(rows.GetString(4)), new Recorder(rows.GetString(5), rows.GetString(6)), rows.GetFieldValue<DateTimeOffset>(7))));
        }

        return marks;
    }

    private static PromptMark? Open(JourneyId journey, PromptMark mark, byte[]? key) =>
        new JourneySealer(journey, key).Open(mark.Key) is { } plain ? mark with { Key = Encoding.UTF8.GetString(plain) } : null;
}
