using System.Collections.Frozen;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Secrets;

/// <summary>The keys that journeys' keys are wrapped with, as this program's master key opens them. While a rotation goes on there are two.</summary>
internal sealed class WrappingKeys(NpgsqlDataSource source, MasterKey master, MasterKeySource origin)
{
    private volatile Known known = new(FrozenDictionary<int, byte[]>.Empty, -1);

    /// <summary>The one that wraps what is new.</summary>
    public int Newest => known.Newest;

    public static string PurposeOf(int id) => $"wrapping/{id}";

    /// <summary>Null when it was not there when this program last looked.</summary>
    public byte[]? Find(int id) => known.Keys.GetValueOrDefault(id);

    /// <summary>Looks again. A program that began with the former master key asks where it got it from whether there is another.</summary>
    /// <exception cref="SecretsException">None of them was sealed for the master key at hand.</exception>
    public async Task LoadAsync(CancellationToken ct)
    {
        var found = await ReadAsync(master, ct);
        if (found.Count > 0 && found.Any(k => k.Key is null) && await origin.ReadAsync(ct) is { } other && await ReadAsync(other, ct) is var again && again.All(k => k.Key is not null)) found = again;
        if (found.FirstOrDefault(k => k.Key is null) is { Id: var id, MadeFor: { } madeFor })
        {
            throw new SecretsException(
                $"The keys database was made with, or last rotated to, another master key ({MasterKey.NameOf(madeFor)}; the one {origin.Place} is {master.Name}, and does not open wrapping key {id}). "
                + $"{origin.Mend} If the key is right, JOURNEY_KEYS names another keys database: name this one's.");
        }

        known = new Known(found.ToFrozenDictionary(k => k.Id, k => k.Key!), found.Max(k => k.Id));
    }

    private async Task<IReadOnlyList<(int Id, byte[] MadeFor, byte[]? Key)>> ReadAsync(MasterKey with, CancellationToken ct)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Text("keys_wrapping_find.sql"));
        command.Parameters.Add(new() { Value = with.Fingerprint });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<(int, byte[], byte[]?)>();
        while (await rows.ReadAsync(ct))
        {
            var id = rows.GetInt32(0);
            found.Add((id, rows.GetFieldValue<byte[]>(1), rows.IsDBNull(2) ? null : with.Open(rows.GetFieldValue<byte[]>(2), PurposeOf(id))));
        }

        return found;
    }

    private sealed record Known(FrozenDictionary<int, byte[]> Keys, int Newest);
}
