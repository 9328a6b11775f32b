using System.Data;
using System.Security.Cryptography;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Secrets;

/// <summary>Writes the wrapped keys of all journeys to a file, as they stand at one moment. Without a master key that opened them then, nobody can use it.</summary>
internal sealed class KeyBackup(NpgsqlDataSource keys, WrappingKeys wrapping, TimeProvider clock)
{
    /// <returns>How many keys there are in it, destroyed ones included.</returns>
    public async Task<long> WriteAsync(Stream file, CancellationToken ct)
    {
        await using var connection = await keys.OpenConnectionAsync(ct);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var copies = await CopiesAsync(connection, ct);
        await wrapping.LoadAsync(ct);
        var newest = copies.Max(c => c.Id);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, MacKey(wrapping.Find(newest) ?? throw new SecretsException("A rotation came to its end at this moment: try again.")));
        await PutAsync(new KeyBackupLines.Head(KeyBackupLines.Format, clock.GetUtcNow(), copies));
        var count = 0L;
        await using (var command = new NpgsqlCommand(EmbeddedSql.Text("keys_backup.sql"), connection))
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            for (; await rows.ReadAsync(ct); count++)
                await PutAsync(rows.IsDBNull(2) ? new KeyBackupLines.Key(rows.GetGuid(0), null, null) : new KeyBackupLines.Key(rows.GetGuid(0), rows.GetInt32(1), rows.GetFieldValue<byte[]>(2)));
        }

        await file.WriteAsync(KeyBackupLines.Write(new KeyBackupLines.Tail(count, mac.GetHashAndReset())), ct);
        return count;

        async Task PutAsync<T>(T line)
        {
            var bytes = KeyBackupLines.Write(line);
            mac.AppendData(bytes);
            await file.WriteAsync(bytes, ct);
        }
    }

    public static byte[] MacKey(byte[] wrappingKey) => HKDF.DeriveKey(HashAlgorithmName.SHA256, wrappingKey, MasterKey.Bytes, info: System.Text.Encoding.UTF8.GetBytes(KeyBackupLines.Purpose));

    private static async Task<IReadOnlyList<KeyBackupLines.WrappingCopy>> CopiesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Text("keys_backup_wrapping.sql"), connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<KeyBackupLines.WrappingCopy>();
        while (await rows.ReadAsync(ct)) found.Add(new(rows.GetInt32(0), rows.GetFieldValue<byte[]>(1), rows.GetFieldValue<byte[]>(2)));
        return found;
    }
}
