namespace JourneyTracker.Journal.Checking;

/// <summary>Transactions that stay open, and prepared ones that somebody forgot.</summary>
internal static class TransactionExamination
{
    private const int Shown = 5;

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct) => [await OpenAsync(patient, ct), await PreparedAsync(patient, ct)];

    private static async Task<Check> OpenAsync(Patient patient, CancellationToken ct)
    {
        var old = await patient.AskAsync(
            null, """
            select format('process %s (%s, %s, for %s minutes)', pid, coalesce(nullif(application_name, ''), 'unnamed'), state, floor(extract(epoch from now() - xact_start) / 60)::bigint)
            from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and xact_start < now() - $1 and pid <> pg_backend_pid() order by xact_start
            """, row => row.GetString(0), ct, patient.Request.LongOpen);
        var longer = $"more than {patient.Request.LongOpen.TotalMinutes:0} minutes";
        return old.Count == 0
            ? Check.Ok("open-transactions", $"No transaction has been open for {longer}.")
            : Check.Warning(
                "open-transactions", $"Open for {longer}: {string.Join(", ", old.Take(Shown))}{(old.Count > Shown ? $" and {old.Count - Shown} more" : "")}.",
                "Let it end, or end it with \"select pg_terminate_backend(PROCESS)\": until then nothing it could see is cleaned up, and a number it drew stays a hole.");
    }

    private static async Task<Check> PreparedAsync(Patient patient, CancellationToken ct)
    {
        var prepared = await patient.AskAsync(
            null, """
            select p.gid, exists (
              select from pg_locks own join pg_locks held using (virtualtransaction)
              where own.pid is null and own.transactionid = p.transaction and held.pid is null and held.relation = to_regclass('journeys.mt_events_sequence'))
            from pg_prepared_xacts p where p.database = current_database() order by p.prepared
            """, row => (Name: row.GetString(0), Holds: row.GetBoolean(1)), ct);
        const string todo = "End it: \"commit prepared 'NAME'\" or \"rollback prepared 'NAME'\" as its owner, in this database.";
        if (prepared.Where(p => p.Holds).Select(p => p.Name).ToList() is { Count: > 0 } holding)
            return Check.Broken("prepared-transactions", $"Prepared and not ended, holding a number of the log: {string.Join(", ", holding.Take(Shown))}. Nothing after that number is folded until it ends.", todo);
        return prepared.Count == 0
            ? Check.Ok("prepared-transactions", "There is no prepared transaction.")
            : Check.Warning("prepared-transactions", $"Prepared and not ended: {string.Join(", ", prepared.Take(Shown).Select(p => p.Name))}.", todo);
    }
}
