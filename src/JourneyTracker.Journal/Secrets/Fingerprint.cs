using Npgsql;

namespace JourneyTracker.Journal.Secrets;

/// <summary>Whether the master key at hand is the one this database was made with.</summary>
internal static class Fingerprint
{
    private const string Keep = "insert into journeys.master_key (fingerprint) values ($1) on conflict do nothing";
    private const string Compare = "select fingerprint = $1 from journeys.master_key";

    /// <exception cref="SecretsException">It is another one.</exception>
    public static async Task CheckAsync(NpgsqlDataSource writer, MasterKey master, string folder, CancellationToken ct)
    {
        await using var batch = writer.CreateBatch();
        foreach (var text in new[] { Keep, Compare }) batch.BatchCommands.Add(new NpgsqlBatchCommand(text) { Parameters = { new() { Value = master.Fingerprint } } });
        if (await batch.ExecuteScalarAsync(ct) is not true)
            throw new SecretsException($"The master key in {Path.Combine(folder, MasterKey.FileName)} is not the one this database was made with: put that one there.");
    }
}
