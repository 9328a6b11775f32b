using System.Security.Cryptography;
using JourneyTracker.Domain.Identity;
using Npgsql;
using NpgsqlTypes;
using static JourneyTracker.Journal.Schema.EmbeddedSql;

namespace JourneyTracker.Journal.Secrets;

/// <summary>
/// Goes over to another master key while programs read and record. A new wrapping key is made and sealed for both master keys, so whoever holds either can go on; then each journey's
/// key is wrapped anew, in small transactions; then what they were wrapped with before is removed, which the database refuses while anything is under it. It can be
/// stopped at any moment, and goes on where it was when it is run again with the same new key.
/// </summary>
internal sealed class KeyRotation(DataSources sources, NpgsqlDataSource keys, HouseSecrets house, WrappingKeys wrapping)
{
    private const int AtOnce = 500;

    /// <param name="next">The new master key.</param>
    /// <param name="progress">Told how many keys have been wrapped anew so far.</param>
    /// <param name="ct">Stops it between two transactions.</param>
    /// <returns>How many were wrapped anew.</returns>
    /// <exception cref="SecretsException">It is the key that is in use, or another rotation is at work or not at its end.</exception>
    public async Task<long> ToAsync(MasterKey next, Action<long>? progress, CancellationToken ct)
    {
        if (next.Fingerprint.AsSpan().SequenceEqual(house.Master.Fingerprint)) throw new SecretsException($"The new master key is the one in use ({next.Name}): make another.");
        await using var alone = await OnlyRotation.BeginAsync(keys, ct);
        await house.ShareAsync(sources.Writer, next, ct);
        var newest = await AddAsync(next, ct);
        var done = 0L;
        while (true)
        {
            while (await SomeAsync(newest, ct) is var some and > 0)
            {
                done += some;
                progress?.Invoke(done);
            }

            if (await RemoveOthersAsync(newest, ct)) break;
        }

        await KeysDatabase.VacuumAsync(keys, ct);
        return done;
    }

    /// <summary>Ends the access of every other master key than the one at hand.</summary>
    /// <exception cref="SecretsException">The one at hand is not the newest, or a rotation is not at its end.</exception>
    public async Task RetireOthersAsync(CancellationToken ct)
    {
        await using var alone = await OnlyRotation.BeginAsync(keys, ct);
        var status = await KeyStatus.OfAsync(keys, ct);
        if (!status[^1].MadeFor.AsSpan().SequenceEqual(house.Master.Fingerprint))
            throw new SecretsException($"The master key at hand ({house.Master.Name}) is the former one; the keys were wrapped anew for {MasterKey.NameOf(status[^1].MadeFor)}. Start with that one, then retire the former.");
        if (status.Count > 1) throw new SecretsException("A rotation is not at its end: some journeys' keys are still wrapped with the former key. Run ./journey keys rotate to its end first.");
        await using (var command = keys.CreateCommand("delete from wrapping_key_copy where master <> $1"))
        {
            command.Parameters.Add(new() { Value = house.Master.Fingerprint });
            await command.ExecuteNonQueryAsync(ct);
        }

        await house.RetireOthersAsync(sources.Owner, ct);
    }


    /// <summary>The wrapping key that was made for the new master key; made when there is none.</summary>
    private async Task<int> AddAsync(MasterKey next, CancellationToken ct)
    {
        await wrapping.LoadAsync(ct);
        var status = await KeyStatus.OfAsync(keys, ct);
        var newest = status[^1].Id;
        if (!status[^1].MadeFor.AsSpan().SequenceEqual(next.Fingerprint))
        {
            if (status.Count > 1) throw new SecretsException($"A rotation to another key ({status[^1].Master}) is not at its end: run ./journey keys rotate with that one first.");
            var (key, purpose) = (RandomNumberGenerator.GetBytes(MasterKey.Bytes), WrappingKeys.PurposeOf(++newest));
            byte[][] masters = [house.Master.Fingerprint, next.Fingerprint];
            byte[][] copies = [house.Master.Seal(key, purpose), next.Seal(key, purpose)];
            // First those there are: from the moment it stands there, the new master key opens all.
            foreach (var known in status) await ShareAsync(known.Id, next, ct);
            await ExecuteAsync(keys, "keys_wrapping_add.sql", ct, newest, next.Fingerprint, Arrays(masters), Arrays(copies));
        }

        await wrapping.LoadAsync(ct);
        return newest;
    }

    private Task ShareAsync(int id, MasterKey with, CancellationToken ct) =>
        ExecuteAsync(keys, "keys_wrapping_share.sql", ct, id, with.Fingerprint, with.Seal(wrapping.Find(id)!, WrappingKeys.PurposeOf(id)));

    private async Task<int> SomeAsync(int newest, CancellationToken ct)
    {
        await using var connection = await keys.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (journeys, wrapped) = (new List<Guid>(), new List<byte[]>());
        await using (var find = new NpgsqlCommand(Text("keys_rotate_find.sql"), connection) { Parameters = { new() { Value = newest }, new() { Value = AtOnce } } })
        await using (var rows = await find.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
            {
                var journey = new JourneyId(rows.GetGuid(0));
                journeys.Add(journey.Value);
                wrapped.Add(rows.IsDBNull(2) ? [] : Boxes.Close(wrapping.Find(newest)!, JourneyKeys.Unwrapped(wrapping.Find(rows.GetInt32(1))!, journey, rows.GetFieldValue<byte[]>(2)), journey));
            }
        }

        if (journeys.Count == 0) return 0;
        await using var put = new NpgsqlCommand(Text("keys_rotate_put.sql"), connection) { Parameters = { new() { Value = newest }, new() { Value = journeys.ToArray() }, Arrays([.. wrapped]) } };
        await put.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return journeys.Count;
    }

    /// <returns>False when a program that does not know the newest yet has made a key under a former one meanwhile.</returns>
    private async Task<bool> RemoveOthersAsync(int newest, CancellationToken ct)
    {
        await using var command = keys.CreateCommand("delete from wrapping_key where id <> $1");
        command.Parameters.Add(new() { Value = newest });
        try
        {
            await command.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return false;
        }
    }

    private static NpgsqlParameter Arrays(byte[][] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };

    private static async Task ExecuteAsync(NpgsqlDataSource source, string file, CancellationToken ct, params object[] values)
    {
        await using var command = source.CreateCommand(Text(file));
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
