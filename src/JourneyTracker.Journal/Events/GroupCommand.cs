using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Events;

/// <summary>One group of appends, one statement, one transaction, one round trip.</summary>
internal static class GroupCommand
{
    // No version is this: the append is accepted only if all its facts are repeats.
    public const long NoVersion = -1;
    private static readonly string Text = EmbeddedSql.Text("append_group.sql");

    /// <summary>An answer for each append, in order; null where the journey is locked by somebody else.</summary>
    public static async Task<IReadOnlyList<AppendOutcome?>> ExecuteAsync(NpgsqlConnection connection, AppendGroup group, CancellationToken ct)
    {
        var streams = group.Streams.Order().ToArray();
        await using var command = new NpgsqlCommand(Text, connection);
        Bind(command.Parameters, group, streams);
        await command.PrepareAsync(ct);
        await using var rows = await command.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        var answer = new GroupAnswer(
            rows.GetFieldValue<int[]>(0), rows.GetFieldValue<long[]>(1), rows.GetFieldValue<Guid?[]>(2), rows.GetFieldValue<long[]>(3));
        return answer.Outcomes(group.Appends, streams);
    }

    private static void Bind(NpgsqlParameterCollection parameters, AppendGroup group, JourneyId[] streams)
    {
        var index = new Dictionary<JourneyId, int>(streams.Length);
        for (var i = 0; i < streams.Length; i++) index.Add(streams[i], i + 1);
        var facts = group.Appends.SelectMany((append, i) => append.Facts.Where(f => f.SameAs is null).Select(fact => (Append: i + 1, Fact: fact))).ToArray();

        parameters.Add(new() { Value = group.Appends[0].Partnership.Name, NpgsqlDbType = NpgsqlDbType.Varchar });
        Add(NpgsqlDbType.Uuid, streams.Select(s => s.Value).ToArray());
        Add(NpgsqlDbType.Integer, group.Appends.Select(a => index[a.Journey]).ToArray());
        Add(NpgsqlDbType.Bigint, group.Appends.Select(a => a.Barred is null ? a.Expected : NoVersion).ToArray());
        Add(NpgsqlDbType.Integer, facts.Select(f => f.Append).ToArray());
        Add(NpgsqlDbType.Uuid, facts.Select(f => f.Fact.Id.Value).ToArray());
        Add(NpgsqlDbType.Varchar, facts.Select(f => f.Fact.Name).ToArray());
        Add(NpgsqlDbType.Jsonb, facts.Select(f => System.Text.Encoding.UTF8.GetString(f.Fact.Body)).ToArray());
        Add(NpgsqlDbType.Jsonb, facts.Select(f => f.Fact.Headers).ToArray());
        Add(NpgsqlDbType.TimestampTz, facts.Select(f => f.Fact.RecordedAt).ToArray());
        Add(NpgsqlDbType.Varchar, facts.Select(f => f.Fact.System).ToArray());
        Add(NpgsqlDbType.Bytea, facts.Select(f => f.Fact.Reference).ToArray());
        Add(NpgsqlDbType.Bytea, facts.Select(f => f.Fact.Content).ToArray());

        void Add<T>(NpgsqlDbType element, T[] values) => parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element });
    }
}
