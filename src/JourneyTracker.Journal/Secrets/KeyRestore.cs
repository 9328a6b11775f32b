using System.Security.Cryptography;
using System.Text;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Secrets;

/// <summary>
/// Puts the keys of a backup back where they are missing, wrapped with the key that wraps what is new. A key that was destroyed, here, in the backup, or by the
/// journal's own record of erasures, is not brought back.
/// </summary>
internal sealed class KeyRestore(DataSources sources, NpgsqlDataSource keys, MasterKey master, WrappingKeys wrapping)
{
    private const int AtOnce = 500;

    /// <param name="file">Read twice: nothing is put back before its seal was found whole.</param>
    /// <param name="ct">Stops it between two transactions; it can be run again.</param>
    /// <exception cref="SecretsException">It belongs to another master key, is damaged, or holds another key for a journey than there is.</exception>
    public async Task<KeysRestored> FromAsync(string file, CancellationToken ct)
    {
        var opened = await CheckAsync(file, ct);
        await wrapping.LoadAsync(ct);
        var erased = await ErasedAsync(ct);
        var done = new KeysRestored(0, 0, 0);
        foreach (var some in KeysOf(file).Chunk(AtOnce)) done = done.And(await PutAsync(some, opened, erased, file, ct));
        await KeysDatabase.VacuumAsync(keys, ct);
        return done;
    }

    /// <summary>The wrapping keys in it, once the whole of it was found unchanged.</summary>
    private async Task<IReadOnlyDictionary<int, byte[]>> CheckAsync(string file, CancellationToken ct)
    {
        using var lines = new StreamReader(file, Encoding.UTF8);
        if (await lines.ReadLineAsync(ct) is not { } first || !first.Contains(KeyBackupLines.Format, StringComparison.Ordinal)) throw new SecretsException($"The file {file} is no backup of journeys' keys.");
        var head = KeyBackupLines.Read<KeyBackupLines.Head>(first, file);
        var opened = head.Wrapping.Where(c => c.Master.AsSpan().SequenceEqual(master.Fingerprint)).ToDictionary(c => c.Id, c => master.Open(c.Sealed, WrappingKeys.PurposeOf(c.Id)));
        if (opened.Count == 0 || head.Wrapping.Any(c => !opened.ContainsKey(c.Id)))
        {
            throw new SecretsException(
                $"The backup {file} is of another master key ({string.Join(" or ", head.Wrapping.Select(c => MasterKey.NameOf(c.Master)).Distinct())}; the one at hand is {master.Name}): its keys cannot be opened. Nothing was put back. Take the backup that was made with this one, or start with that one.");
        }

        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, KeyBackup.MacKey(opened[opened.Keys.Max()]));
        mac.AppendData(Encoding.UTF8.GetBytes(first + "\n"));
        var (before, count) = (default(string), 0L);
        for (; await lines.ReadLineAsync(ct) is { } line; before = line)
        {
            if (before is null) continue;
            mac.AppendData(Encoding.UTF8.GetBytes(before + "\n"));
            count++;
        }

        var tail = KeyBackupLines.Read<KeyBackupLines.Tail>(before ?? throw KeyBackupLines.Damaged(file), file);
        if (tail.Count != count || !CryptographicOperations.FixedTimeEquals(tail.Mac ?? [], mac.GetHashAndReset())) throw KeyBackupLines.Damaged(file);
        return opened;
    }

    private static IEnumerable<KeyBackupLines.Key> KeysOf(string file)
    {
        string? before = null;
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            if (before is not null) yield return KeyBackupLines.Read<KeyBackupLines.Key>(before, file);
            before = line;
        }
    }

    private async Task<IReadOnlySet<Guid>> ErasedAsync(CancellationToken ct)
    {
        await using var command = sources.Folder.CreateCommand("select journey from journeys.erasure");
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new HashSet<Guid>();
        while (await rows.ReadAsync(ct)) found.Add(rows.GetGuid(0));
        return found;
    }

    private async Task<KeysRestored> PutAsync(KeyBackupLines.Key[] some, IReadOnlyDictionary<int, byte[]> opened, IReadOnlySet<Guid> erased, string file, CancellationToken ct)
    {
        await using var connection = await keys.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var plain = some.ToDictionary(k => k.Journey, k => k.Wrapped is null || erased.Contains(k.Journey) ? null : JourneyKeys.Unwrapped(opened[k.Wrapping!.Value], new JourneyId(k.Journey), k.Wrapped));
        var there = await ThereAsync(connection, plain, file, ct);
        var newest = wrapping.Newest;
        await using var put = new NpgsqlCommand(EmbeddedSql.Text("keys_restore_put.sql"), connection)
        {
            Parameters =
            {
                new() { Value = plain.Keys.ToArray() },
                new() { Value = plain.Select(k => k.Value is null ? null : Boxes.Close(wrapping.Find(newest)!, k.Value, new JourneyId(k.Key))).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                new() { Value = plain.Values.Select(k => k is null).ToArray() },
                new() { Value = newest },
            },
        };
        await put.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        var missing = plain.Where(k => !there.Contains(k.Key)).ToList();
        return new KeysRestored(missing.Count(k => k.Value is not null), plain.Count - missing.Count, missing.Count(k => k.Value is null));
    }

    /// <summary>Those of them that have a row; one that is alive on both sides must be the same.</summary>
    private async Task<IReadOnlySet<Guid>> ThereAsync(NpgsqlConnection connection, Dictionary<Guid, byte[]?> plain, string file, CancellationToken ct)
    {
        await using var compare = new NpgsqlCommand(EmbeddedSql.Text("keys_restore_compare.sql"), connection) { Parameters = { new() { Value = plain.Keys.ToArray() } } };
        await using var rows = await compare.ExecuteReaderAsync(ct);
        var there = new HashSet<Guid>();
        while (await rows.ReadAsync(ct))
        {
            var journey = rows.GetGuid(0);
            there.Add(journey);
            if (rows.IsDBNull(2) || plain[journey] is not { } hers) continue;
            if (!JourneyKeys.Unwrapped(wrapping.Find(rows.GetInt32(1))!, new JourneyId(journey), rows.GetFieldValue<byte[]>(2)).AsSpan().SequenceEqual(hers))
                throw new SecretsException($"The backup {file} holds another key for journey {journey} than there is: it belongs to another database, or one of the two is older than her first sealed record. Nothing of this part was put back.");
        }

        return there;
    }
}

/// <summary>What became of the keys of a backup.</summary>
/// <param name="Restored">Put back.</param>
/// <param name="There">There already, or destroyed here and left so.</param>
/// <param name="Destroyed">Not there, and kept destroyed: in the backup, or because she was erased since.</param>
public sealed record KeysRestored(long Restored, long There, long Destroyed)
{
    internal KeysRestored And(KeysRestored more) => new(Restored + more.Restored, There + more.There, Destroyed + more.Destroyed);
}
