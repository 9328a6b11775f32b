using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Doors;

/// <summary>A definition that an evaluator registered.</summary>
/// <param name="Name">As figures quote it.</param>
/// <param name="Version">A change of what it asks is another version.</param>
/// <param name="Kind">What it answers.</param>
/// <param name="Hash">Of all that it asks.</param>
/// <param name="Text">The file, as it was given.</param>
public sealed record QuestionText(string Name, int Version, string Kind, string Hash, string Text);

/// <summary>A definition with the moment at which it was registered.</summary>
/// <param name="Question">What it asks.</param>
/// <param name="By">Who registered it.</param>
/// <param name="At">When, by the database's clock.</param>
/// <param name="Position">How far the journal went then: no later fact was there.</param>
public sealed record RegisteredQuestion(QuestionText Question, Recorder By, DateTimeOffset At, long Position);

/// <summary>The one way to registered definitions. They are kept for ever as they are.</summary>
public sealed class RegisteredQuestions(JourneyDatabase database)
{
    private static readonly string Add = EmbeddedSql.Text("registered_question_add.sql");
    private static readonly string List = EmbeddedSql.Text("registered_question_list.sql");

    /// <summary>Registers a definition. One that is there already with the same hash stays as it is.</summary>
    /// <returns>What stands there now, which has another hash when the name and version are taken; null when the caller may not register.</returns>
    public async Task<RegisteredQuestion?> RegisterAsync(Caller caller, QuestionText question, CancellationToken ct)
    {
        if (!MaySee.RegistersQuestions(caller, caller.Partnership)) return null;
        var position = await database.Journal.PositionAsync(ct);
        await using var batch = database.Sources.Writer.CreateBatch();
        batch.BatchCommands.Add(Scope.To(caller.Partnership));
        object[] values = [caller.Partnership.Name, question.Name, question.Version, question.Kind, question.Hash, question.Text, caller.Person, caller.Agency, position];
        batch.BatchCommands.Add(Command(Add, values));
        await batch.ExecuteNonQueryAsync(ct);
        return (await ReadAsync(caller.Partnership, ct)).Single(r => r.Question.Name == question.Name && r.Question.Version == question.Version);
    }

    /// <summary>All of the caller's partnership, by name and version; none when the caller may not count there.</summary>
    public async Task<IReadOnlyList<RegisteredQuestion>> ListAsync(Caller caller, CancellationToken ct) => MaySee.Counts(caller, caller.Partnership) ? await ReadAsync(caller.Partnership, ct) : [];

    /// <summary>One; the latest version when none is said. Null when there is none.</summary>
    public async Task<RegisteredQuestion?> FindAsync(Caller caller, string name, int? version, CancellationToken ct) =>
        (await ListAsync(caller, ct)).LastOrDefault(r => r.Question.Name == name && (version is null || r.Question.Version == version));

    private async Task<IReadOnlyList<RegisteredQuestion>> ReadAsync(Partnership partnership, CancellationToken ct)
    {
        await using var batch = database.Sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(Command(List, [partnership.Name]));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var all = new List<RegisteredQuestion>();
        while (await rows.ReadAsync(ct))
            all.Add(new(new(rows.GetString(0), rows.GetInt32(1), rows.GetString(2), rows.GetString(3), rows.GetString(4)), new Recorder(rows.GetString(5), rows.GetString(6)), rows.GetFieldValue<DateTimeOffset>(7), rows.GetInt64(8)));
        return all;
    }

    private static NpgsqlBatchCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
