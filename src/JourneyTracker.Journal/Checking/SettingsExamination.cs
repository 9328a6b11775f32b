namespace JourneyTracker.Journal.Checking;

/// <summary>Settings that lose facts, room for connections, and disk space.</summary>
internal static class SettingsExamination
{
    private const long LeastFree = 200L << 20;
    private const long LittleFree = 2L << 30;
    private const double Crowded = 0.8;
    private const int FewConnections = 50;

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct) =>
        [await DurabilityAsync(patient, ct), await ConnectionsAsync(patient, ct), await DiskAsync(patient, ct)];

    private static async Task<Check> DurabilityAsync(Patient patient, CancellationToken ct)
    {
        var off = await patient.AskAsync(
            null, "select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name", row => row.GetString(0), ct);
        return off.Count == 0
            ? Check.Ok("durability", "What is acknowledged is on disk: fsync, full_page_writes and synchronous_commit are on.")
            : Check.Broken("durability", $"{string.Join(", ", off)} {(off.Count == 1 ? "is" : "are")} off: a power cut loses facts that were acknowledged, or worse.", "Set it to on in the server's configuration (or for the login and the database) and restart.");
    }

    private static async Task<Check> ConnectionsAsync(Patient patient, CancellationToken ct)
    {
        var (most, used) = (await patient.AskAsync(
            null,
            "select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int, (select count(*)::int from pg_stat_activity where backend_type = 'client backend')",
            row => (row.GetInt32(0), row.GetInt32(1)), ct))[0];
        var found = $"{used} of {most} connections are in use.";
        if (used > most * Crowded) return Check.Warning("connections", found, "Raise max_connections, or set \"Maximum Pool Size\" in the connection string; docs/running.md says how many a node takes.");
        return most < FewConnections
            ? Check.Warning("connections", found, $"Allow at least {FewConnections}, or set \"Maximum Pool Size\" in the connection string: a node opens several pools.")
            : Check.Ok("connections", found);
    }

    private static async Task<Check> DiskAsync(Patient patient, CancellationToken ct)
    {
        var size = await patient.OneAsync<long>(null, "select pg_database_size(current_database())", ct) >> 20;
        if (patient.Request.ClusterFolder is not { } folder)
            return Check.Ok("disk", $"The database takes {Doctor.Number(size)} MB. How much is free the server does not say: watch it there.");
        return OfFree(new DriveInfo(folder).AvailableFreeSpace, size);
    }

    /// <param name="free">Bytes.</param>
    /// <param name="size">Of the database, in MB.</param>
    internal static Check OfFree(long free, long size)
    {
        var found = $"The database takes {Doctor.Number(size)} MB; {Doctor.Number(free >> 20)} MB are free.";
        const string todo = "Make room: PostgreSQL stops when it cannot write, and nothing can be recorded then.";
        return free < LeastFree ? Check.Broken("disk", found, todo) : free < LittleFree ? Check.Warning("disk", found, todo) : Check.Ok("disk", found);
    }
}
