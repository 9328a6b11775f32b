using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Secrets;

/// <summary>One wrapping key, and how many journeys' keys are under it.</summary>
/// <param name="Id">Its number; the highest wraps what is new.</param>
/// <param name="MadeFor">The fingerprint of the master key that it was made for.</param>
/// <param name="Created">When.</param>
/// <param name="Living">How many keys are wrapped with it.</param>
/// <param name="Destroyed">How many that were destroyed had been.</param>
public sealed record KeyStatus(int Id, byte[] MadeFor, DateTimeOffset Created, long Living, long Destroyed)
{
    /// <summary>The master key's name for people.</summary>
    public string Master => MasterKey.NameOf(MadeFor);

    /// <summary>All of them, the newest last.</summary>
    internal static async Task<IReadOnlyList<KeyStatus>> OfAsync(NpgsqlDataSource keys, CancellationToken ct)
    {
        await using var command = keys.CreateCommand(EmbeddedSql.Text("keys_status.sql"));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<KeyStatus>();
        while (await rows.ReadAsync(ct)) found.Add(new(rows.GetInt32(0), rows.GetFieldValue<byte[]>(1), rows.GetFieldValue<DateTimeOffset>(2), rows.GetInt64(3), rows.GetInt64(4)));
        return found;
    }
}
