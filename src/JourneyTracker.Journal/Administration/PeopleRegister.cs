using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.AccessLog;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Administration;

/// <summary>Which people of which agencies are known in a partnership. It only remembers what sign-in said: the identity provider decides who may do what.</summary>
public sealed class PeopleRegister
{
    private readonly DataSources sources;

    internal PeopleRegister(DataSources sources) => this.sources = sources;

    /// <summary>Somebody signed in.</summary>
    public async Task SeenAsync(Caller caller, DateTimeOffset at, CancellationToken ct)
    {
        await using var batch = sources.Loader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(caller.Partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(EmbeddedSql.Text("person_seen.sql"))
        {
            Parameters =
            {
                new() { Value = caller.Partnership.Name }, new() { Value = caller.Person }, new() { Value = caller.Agency }, new() { Value = caller.AgencyType },
                new() { Value = AccessCodes.Of(caller.Role) }, new() { Value = at.ToUniversalTime() },
            },
        });
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>By user name.</summary>
    public async Task<IReadOnlyList<PersonSeen>> ListAsync(Partnership partnership, CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(EmbeddedSql.Text("people_list.sql")) { Parameters = { new() { Value = partnership.Name } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var people = new List<PersonSeen>();
        while (await rows.ReadAsync(ct))
        {
            people.Add(new PersonSeen(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), AccessCodes.Read<Role>(rows.GetString(3)),
                rows.GetFieldValue<DateTimeOffset>(4), rows.GetFieldValue<DateTimeOffset>(5), rows.GetBoolean(6)));
        }

        return people;
    }
}
