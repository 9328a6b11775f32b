using System.Data;
using JourneyTracker.Domain.Identity;
using Npgsql;

namespace JourneyTracker.Journal.Checking;

/// <summary>The database that is examined, through one connection that cannot write.</summary>
internal sealed class Patient(DoctorRequest request) : IAsyncDisposable
{
    public const string Folder = "journeys_folder";

    private readonly NpgsqlConnection connection = new(ReadOnly(request.ConnectionString));
    private IReadOnlyList<(Partnership Partnership, JourneyId Journey)>? sample;

    public DoctorRequest Request => request;

    public Version Version => connection.PostgreSqlVersion;

    public Task OpenAsync(CancellationToken ct) => connection.OpenAsync(ct);

    /// <summary>Rows of a question, asked in a transaction of its own.</summary>
    /// <param name="role">Who asks; null for the login.</param>
    /// <param name="sql">The question.</param>
    /// <param name="row">Makes an answer of a row.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="values">Its parameters.</param>
    public Task<IReadOnlyList<T>> AskAsync<T>(string? role, string sql, Func<NpgsqlDataReader, T> row, CancellationToken ct, params object[] values) =>
        InSnapshotAsync(role, ask => ask.RowsAsync(sql, row, ct, values), ct);

    public async Task<T> OneAsync<T>(string? role, string sql, CancellationToken ct, params object[] values) =>
        (await AskAsync(role, sql, row => row.GetFieldValue<T>(0), ct, values))[0];

    /// <summary>Several questions that see the same moment.</summary>
    public async Task<T> InSnapshotAsync<T>(string? role, Func<Asking, Task<T>> ask, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var asking = new Asking(connection, transaction);
        await asking.DoAsync($"set transaction read only; set local datestyle = iso{(role is null ? "" : $"; set local role {role}")}", ct);
        var answer = await ask(asking);
        await transaction.RollbackAsync(ct);
        return answer;
    }

    /// <summary>Journeys taken at random, the same for every examination.</summary>
    public async Task<IReadOnlyList<(Partnership Partnership, JourneyId Journey)>> SampleAsync(CancellationToken ct) => sample ??= await AskAsync(
        Folder, "select s.tenant_id, s.id from journeys.mt_streams s where s.tenant_id in (select name from journeys.partnership) order by random() limit $1",
        row => (new Partnership(row.GetString(0)), new JourneyId(row.GetGuid(1))), ct, request.Sample);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static string ReadOnly(string given) => new NpgsqlConnectionStringBuilder(given) { Pooling = false, Enlist = false, ApplicationName = "journey doctor", CommandTimeout = 600 }.ConnectionString;
}

/// <summary>Questions within one transaction.</summary>
internal sealed class Asking(NpgsqlConnection connection, NpgsqlTransaction transaction)
{
    public async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var answers = new List<T>();
        while (await rows.ReadAsync(ct)) answers.Add(row(rows));
        return answers;
    }

    public async Task DoAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync(ct);
    }
}
