using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Secrets;

/// <summary>The master key at hand and what it opens in the journal's database: asked for once, when a program opens the database.</summary>
/// <param name="Master">The key.</param>
/// <param name="Hashing">The secret of the keyed hashes.</param>
internal sealed record HouseSecrets(MasterKey Master, HashingSecret Hashing)
{
    private static readonly byte[] NoneOfOld = new byte[16];

    /// <exception cref="SecretsException">There is no key, or it is not this database's.</exception>
    public static async Task<HouseSecrets> OpenAsync(NpgsqlDataSource writer, MasterKeySource source, CancellationToken ct)
    {
        var known = await KnownAsync(writer, ct);
        if (known.Copies.Count == 0)
        {
            var first = known.Former is null ? await source.ReadOrMakeAsync(ct) : await source.ReadAsync(ct) ?? throw source.Lost();
            if (known.Former is { } former && !former.AsSpan().SequenceEqual(first.Fingerprint)) throw Wrong(source, first, [former]);
            await KeepAsync(writer, first, known.Former is null ? HashingSecret.New() : HashingSecret.Of(first), ct);
            known = await KnownAsync(writer, ct);
        }

        var master = await source.ReadAsync(ct) ?? throw source.Lost();
        var copy = known.Copies.FirstOrDefault(c => c.Master.AsSpan().SequenceEqual(master.Fingerprint)).Sealed ?? throw Wrong(source, master, known.Copies.Select(c => c.Master));
        return new HouseSecrets(master, HashingSecret.Open(master, copy));
    }

    /// <summary>The master keys that may open this database, oldest first.</summary>
    public static async Task<IReadOnlyList<byte[]>> MastersAsync(NpgsqlDataSource writer, CancellationToken ct) => [.. (await KnownAsync(writer, ct)).Copies.Select(c => c.Master)];

    /// <summary>From now on that master key may open the database too.</summary>
    public async Task ShareAsync(NpgsqlDataSource writer, MasterKey with, CancellationToken ct)
    {
        await using var command = writer.CreateCommand(EmbeddedSql.Text("hashing_secret_add.sql"));
        command.Parameters.Add(new() { Value = with.Fingerprint });
        command.Parameters.Add(new() { Value = Hashing.Sealed(with) });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>From now on only this master key may.</summary>
    public async Task RetireOthersAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var command = owner.CreateCommand("delete from journeys.hashing_secret where master <> $1");
        command.Parameters.Add(new() { Value = Master.Fingerprint });
        await command.ExecuteNonQueryAsync(ct);
    }

    internal static SecretsException Wrong(MasterKeySource source, MasterKey found, IEnumerable<byte[]> known) => new(
        $"The master key {source.Place} ({found.Name}) is not the one this database was made with or last rotated to ({string.Join(" or ", known.Select(k => MasterKey.NameOf(k)))}). {source.Mend}");

    private static async Task KeepAsync(NpgsqlDataSource writer, MasterKey master, HashingSecret secret, CancellationToken ct)
    {
        await using var batch = writer.CreateBatch();
        // A program from before there was rotation would hash with something else: it finds a fingerprint that no key has.
        batch.BatchCommands.Add(new("insert into journeys.master_key (fingerprint) values ($1) on conflict do nothing") { Parameters = { new() { Value = NoneOfOld } } });
        batch.BatchCommands.Add(new(EmbeddedSql.Text("hashing_secret_first.sql")) { Parameters = { new() { Value = master.Fingerprint }, new() { Value = secret.Sealed(master) } } });
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task<(byte[]? Former, IReadOnlyList<(byte[] Master, byte[] Sealed)> Copies)> KnownAsync(NpgsqlDataSource writer, CancellationToken ct)
    {
        await using var batch = writer.CreateBatch();
        batch.BatchCommands.Add(new("select fingerprint from journeys.master_key"));
        batch.BatchCommands.Add(new("select master, sealed from journeys.hashing_secret order by created, master"));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        var former = await rows.ReadAsync(ct) ? rows.GetFieldValue<byte[]>(0) : null;
        await rows.NextResultAsync(ct);
        var copies = new List<(byte[], byte[])>();
        while (await rows.ReadAsync(ct)) copies.Add((rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<byte[]>(1)));
        return (former, copies);
    }
}
