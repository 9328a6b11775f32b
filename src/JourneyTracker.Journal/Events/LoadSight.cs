using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Events;

/// <summary>What stands in the journal about the journeys and references of a load, and is locked until its transaction ends.</summary>
/// <param name="Streams">The journeys there are: version, and when their last fact was recorded.</param>
/// <param name="Elsewhere">Those of another partnership.</param>
/// <param name="Known">The references there are, by the fact that brings them.</param>
internal sealed record LoadSight(
    IReadOnlyDictionary<JourneyId, (long Version, DateTime Latest)> Streams,
    IReadOnlySet<JourneyId> Elsewhere,
    IReadOnlyDictionary<PreparedFact, LoadSight.Standing> Known)
{
    private static readonly string Text = EmbeddedSql.Text("load_look.sql");

    /// <summary>What a reference stands for. The content is null when she was erased.</summary>
    internal sealed record Standing(FactId Fact, JourneyId Journey, long Position, byte[]? Content);

    public static async Task<LoadSight> LookAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, AppendGroup group, CancellationToken ct)
    {
        var streams = group.Streams.Order().ToArray();
        var named = group.Appends.SelectMany(a => a.Facts).Where(f => f is { Reference: not null, SameAs: null }).ToArray();
        await using var command = new NpgsqlCommand(Text, connection, transaction)
        {
            Parameters =
            {
                new() { Value = group.Appends[0].Partnership.Name, NpgsqlDbType = NpgsqlDbType.Varchar },
                new NpgsqlParameter<Guid[]> { TypedValue = Array.ConvertAll(streams, s => s.Value) },
                new NpgsqlParameter<string[]> { TypedValue = Array.ConvertAll(named, f => f.System!), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
                new NpgsqlParameter<byte[][]> { TypedValue = Array.ConvertAll(named, f => f.Reference!) },
            },
        };
        await command.PrepareAsync(ct);
        await using var rows = await command.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);

        var standing = new Dictionary<JourneyId, (long, DateTime)>();
        var (indexes, versions, latest) = (All<long>(rows, 0), All<long>(rows, 1), All<DateTime>(rows, 2));
        for (var i = 0; i < indexes.Length; i++) standing[streams[indexes[i] - 1]] = (versions[i], latest[i]);
        var known = new Dictionary<PreparedFact, Standing>(ReferenceEqualityComparer.Instance);
        var (hits, facts, journeys, positions, contents) = (All<long>(rows, 4), All<Guid>(rows, 5), All<Guid>(rows, 6), All<long>(rows, 7), All<byte[]?>(rows, 8));
        for (var i = 0; i < hits.Length; i++)
            known[named[hits[i] - 1]] = new Standing(new FactId(facts[i]), new JourneyId(journeys[i]), positions[i], contents[i]);
        return new LoadSight(standing, All<Guid>(rows, 3).Select(j => new JourneyId(j)).ToHashSet(), known);
    }

    private static T[] All<T>(NpgsqlDataReader rows, int column) => rows.IsDBNull(column) ? [] : rows.GetFieldValue<T[]>(column);
}
