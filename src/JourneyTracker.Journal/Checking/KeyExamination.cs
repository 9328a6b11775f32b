using System.Security.Cryptography;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.Journal.Checking;

/// <summary>The master key is this database's, and the sampled journeys' keys are there and open with it.</summary>
internal static class KeyExamination
{
    private const string Sealed = """
        select distinct stream_id from unnest($1::varchar[], $2::uuid[]) as j (partnership, journey)
        join journeys.mt_events e on e.tenant_id = j.partnership and e.stream_id = j.journey where e.data::text like '%"p1.%'
        """;

    // A database that no program of this version has opened yet knows only the fingerprint of its first.
    private const string Masters = """
        select master from journeys.hashing_secret union all
        select fingerprint from journeys.master_key where not exists (select from journeys.hashing_secret)
        """;

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct)
    {
        var source = patient.Request.MasterKey;
        MasterKey? master;
        try
        {
            master = await source.ReadAsync(ct);
        }
        catch (SecretsException wrong)
        {
            return [Check.Broken("master-key", wrong.Message, source.Mend)];
        }

        if (master is null) return [Check.Broken("master-key", $"There is no master key {source.Place}.", $"{source.Mend} Without it no name and no protected answer can be read, ever.")];
        var known = await patient.AskAsync("journeys_writer", Masters, row => row.GetFieldValue<byte[]>(0), ct);
        if (known.Count > 0 && !known.Any(k => k.AsSpan().SequenceEqual(master.Fingerprint)))
            return [Check.Broken("master-key", HouseSecrets.Wrong(source, master, known).Message, source.Mend)];
        return [Check.Ok("master-key", known.Count == 0 ? "The database has not met its master key yet." : "The master key is this database's."), await JourneysAsync(patient, master, ct)];
    }

    private static async Task<Check> JourneysAsync(Patient patient, MasterKey master, CancellationToken ct)
    {
        var needing = await NeedingAsync(patient, ct);
        if (needing.Count == 0) return Check.Ok("keys", "No sampled journey has anything sealed.");
        var keys = new Dictionary<Guid, (int Wrapping, byte[]? Wrapped)>();
        var wrapping = new Dictionary<int, byte[]>();
        try
        {
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(patient.Request.KeysConnectionString) { Pooling = false, ApplicationName = "journey doctor" });
            await using var batch = source.CreateBatch();
            batch.BatchCommands.Add(new("select wrapping, sealed from public.wrapping_key_copy where master = $1") { Parameters = { new() { Value = master.Fingerprint } } });
            batch.BatchCommands.Add(new("select journey, wrapping, wrapped from public.journey_key where journey = any ($1)") { Parameters = { new() { Value = needing.ToArray() } } });
            await using var rows = await batch.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct)) wrapping.Add(rows.GetInt32(0), master.Open(rows.GetFieldValue<byte[]>(1), WrappingKeys.PurposeOf(rows.GetInt32(0))));
            await rows.NextResultAsync(ct);
            while (await rows.ReadAsync(ct)) keys.Add(rows.GetGuid(0), (rows.GetInt32(1), rows.IsDBNull(2) ? null : rows.GetFieldValue<byte[]>(2)));
        }
        catch (Exception wrong) when (wrong is NpgsqlException or TimeoutException or SecretsException)
        {
            return Check.Broken("keys", $"The keys database cannot be asked: {Doctor.Words(wrong)}", "Check that it runs and that JOURNEY_KEYS names it: until then nothing sealed can be read or recorded.");
        }

        if (needing.Where(j => !keys.ContainsKey(j)).ToList() is { Count: > 0 } missing)
        {
            return Check.Broken(
                "keys", $"{missing.Count} of {Doctor.Count(needing.Count, "sampled journey")} with something sealed {(missing.Count == 1 ? "has" : "have")} no key, for example {missing[0]}.",
                "The keys database is another one, or older than the journal: restore its newest backup, and destroy again the keys that were destroyed since.");
        }

        if (keys.Where(k => k.Value.Wrapped is { } wrapped && !Opens(wrapping.GetValueOrDefault(k.Value.Wrapping), k.Key, wrapped)).Select(k => k.Key).ToList() is { Count: > 0 } locked)
            return Check.Broken("keys", $"{Doctor.Count(locked.Count, "sampled key")} {(locked.Count == 1 ? "does" : "do")} not open with the master key, for example that of {locked[0]}.", "Check that JOURNEY_KEYS names this database's keys and that the master key is the newest; if so, restore the newest backup of the keys.");
        return Check.Ok("keys", $"{Doctor.Count(needing.Count, "sampled journey")} with something sealed: every key is there and opens ({keys.Count(k => k.Value.Wrapped is null)} destroyed).");
    }

    private static async Task<IReadOnlyCollection<Guid>> NeedingAsync(Patient patient, CancellationToken ct)
    {
        var sample = await patient.SampleAsync(ct);
        var needing = (await patient.AskAsync(
            Patient.Folder, Sealed, row => row.GetGuid(0), ct, sample.Select(j => j.Partnership.Name).ToArray(), sample.Select(j => j.Journey.Value).ToArray())).ToHashSet();
        foreach (var group in sample.GroupBy(j => j.Partnership))
            needing.UnionWith(await InVaultAsync(patient, group.Key, [.. group.Select(j => j.Journey.Value)], ct));
        return needing;
    }

    private static Task<IReadOnlyList<Guid>> InVaultAsync(Patient patient, Partnership partnership, Guid[] journeys, CancellationToken ct) => patient.InSnapshotAsync(
        "journeys_reader",
        async ask =>
        {
            await ask.RowsAsync("select set_config('journeys.partnership', $1, true)", _ => 0, ct, partnership.Name);
            return await ask.RowsAsync("select journey from journeys.identity_vault where journey = any ($1) and sealed is not null", row => row.GetGuid(0), ct, journeys);
        },
        ct);

    private static bool Opens(byte[]? wrapping, Guid journey, byte[] wrapped)
    {
        if (wrapping is null) return false;
        try
        {
            return Boxes.Open(wrapping, wrapped, new JourneyId(journey)).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
