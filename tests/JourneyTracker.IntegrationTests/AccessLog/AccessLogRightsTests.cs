using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;
using Npgsql;

namespace JourneyTracker.IntegrationTests.AccessLog;

/// <summary>What is written down stays, whoever asks: no role can change it, and the owner, who could, is refused by the table itself.</summary>
public sealed class AccessLogRightsTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    public static TheoryData<string, string, string> Attempts
    {
        get
        {
            var attempts = new TheoryData<string, string, string>();
            foreach (var table in new[] { "access_log", "erasure" })
                foreach (var role in new[] { "writer", "folder", "reader", "owner" })
                    foreach (var sql in new[] { $"update journeys.{table} set at = now()", $"delete from journeys.{table}", $"truncate journeys.{table}" })
                        attempts.Add(role, sql, table);
            return attempts;
        }
    }

    [PostgresTheory]
    [MemberData(nameof(Attempts))]
    public async Task No_role_can_change_or_remove_what_was_written_down(string role, string sql, string table)
    {
        var sources = house.House.Sources;
        var source = role switch { "writer" => sources.Writer, "folder" => sources.Folder, "reader" => sources.Reader, _ => sources.Owner };
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Scope.To(JournalHouse.North));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        var refused = (await batch.Awaiting(b => b.ExecuteNonQueryAsync()).Should().ThrowAsync<PostgresException>()).Which;
        refused.SqlState.Should().Be(role == "owner" ? PostgresErrorCodes.RestrictViolation : PostgresErrorCodes.InsufficientPrivilege, table);
    }

    [PostgresTheory]
    [InlineData("folder")]
    [InlineData("reader")]
    public async Task Only_the_writer_writes_it(string role)
    {
        await using var batch = (role == "folder" ? house.House.Sources.Folder : house.House.Sources.Reader).CreateBatch();
        batch.BatchCommands.Add(Scope.To(JournalHouse.North));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into journeys.access_log (at, partnership, person, agency, agency_type, role, operation, door) values (now(), 'north', 'a', 'a', 'a', 'a', 'a', 'a')"));
        (await batch.Awaiting(b => b.ExecuteNonQueryAsync()).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }
}
