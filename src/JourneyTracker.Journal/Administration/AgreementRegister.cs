using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Administration;

/// <summary>The sharing agreements of each partnership. Nothing in it is ever changed: what ends one is a further version of it.</summary>
internal sealed class AgreementRegister(DataSources sources)
{
    /// <summary>Those signed last first.</summary>
    public async Task<IReadOnlyList<SharingAgreement>> ListAsync(Partnership partnership, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(Command("agreements_list.sql", partnership.Name));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var agreements = new List<SharingAgreement>();
        while (await rows.ReadAsync(ct)) agreements.Add(Of(rows));
        return [.. agreements.OrderBy(a => a.EndedOn is not null).ThenByDescending(a => a.Terms.SignedOn).ThenBy(a => a.Id)];
    }

    public Task AddAsync(Caller by, Guid id, AgreementTerms terms, CancellationToken ct) => ExecuteAsync(
        by.Partnership, Command(
            "agreements_add.sql", by.Partnership.Name, id, terms.Parties.ToArray(), terms.Purpose, terms.LawfulBasis, terms.Condition, terms.Dpia, terms.SignedOn, terms.ReviewOn, by.Person, by.Agency),
        ct);

    /// <returns>Whether it was there and had no end.</returns>
    public async Task<bool> EndAsync(Caller by, Guid id, DateOnly endedOn, CancellationToken ct) =>
        await ExecuteAsync(by.Partnership, Command("agreements_end.sql", by.Partnership.Name, id, endedOn, by.Person, by.Agency), ct) > 0;

    private async Task<int> ExecuteAsync(Partnership partnership, NpgsqlBatchCommand command, CancellationToken ct)
    {
        await using var batch = sources.Loader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(ct);
        return (int)command.RecordsAffected;
    }

    private static SharingAgreement Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        new AgreementTerms(
            row.GetFieldValue<string[]>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateOnly>(6), row.GetFieldValue<DateOnly>(7)),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateOnly>(8),
        new Recorder(row.GetString(9), row.GetString(10)),
        row.GetFieldValue<DateTimeOffset>(11));

    private static NpgsqlBatchCommand Command(string file, params object[] values)
    {
        var command = new NpgsqlBatchCommand(EmbeddedSql.Text(file));
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
