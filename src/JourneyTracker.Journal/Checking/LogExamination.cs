using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Schema;

namespace JourneyTracker.Journal.Checking;

/// <summary>The log has no hole, or one that is about to be closed.</summary>
internal static class LogExamination
{
    private static readonly string Highest = EmbeddedSql.Text("hole_highest.sql");
    private static readonly string Holders = EmbeddedSql.Text("hole_holders.sql");
    private static readonly TimeSpan BeforeSecondLook = TimeSpan.FromSeconds(1);

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct)
    {
        var folds = await FoldsAsync(patient, ct);
        var replica = await patient.OneAsync<bool>(null, "select pg_is_in_recovery()", ct);
        return [await HolesAsync(patient, folds, ct), await StrangersAsync(patient, ct), folds || replica
            ? Check.Ok("folding-node", replica ? "Who folds cannot be seen from a read replica: ask the primary." : "A node folds.")
            : Check.Warning("folding-node", "No node folds: boards stand still, and holes stay.", "Start one: ./journey serve, without --no-folding.")];
    }

    /// <summary>What another program wrote in no partnership's name is passed over by everything here.</summary>
    private static async Task<Check> StrangersAsync(Patient patient, CancellationToken ct)
    {
        var (streams, events) = (await patient.AskAsync(
            Patient.Folder,
            "select count(*), coalesce(sum(version), 0)::bigint from journeys.mt_streams where tenant_id not in (select name from journeys.partnership) and id <> '00000000-0000-4000-8000-00746f6d6273'",
            row => (row.GetInt64(0), row.GetInt64(1)), ct))[0];
        return streams == 0
            ? Check.Ok("partnerships", "Every journey belongs to a partnership that is known here.")
            : Check.Warning(
                "partnerships", $"{Doctor.Count(streams, "stream")} with {Doctor.Count(events, "event")} {(streams == 1 ? "belongs" : "belong")} to no partnership that is known here: no page shows them.",
                "Another program wrote them, with its own idea of the tenant: find out which, and have it send its facts to POST /api/facts.");
    }

    private static Task<bool> FoldsAsync(Patient patient, CancellationToken ct) => patient.OneAsync<bool>(
        null, """
        select exists (select from pg_locks where locktype = 'advisory' and objsubid = 1 and granted and (classid::bigint << 32) | objid::bigint = $1
          and database = (select oid from pg_database where datname = current_database()))
        """, ct, FoldingSession.FoldingLock);

    private static async Task<Check> HolesAsync(Patient patient, bool folds, CancellationToken ct)
    {
        var (reached, highest) = await ExtentAsync(patient, 0, ct);
        if (reached == highest) return Check.Ok("holes", $"The log is whole: {Doctor.Count(highest, "position")} without a hole.");
        var folded = await patient.OneAsync<long>(
            Patient.Folder, "select coalesce(max(last_seq_id), 0) from journeys.mt_event_progression where name = any ($1)", ct, (object)FoldNames.All.ToArray());
        if (folded > reached)
        {
            return Check.Broken(
                "holes", $"Position {reached + 1} was folded and is not there any more.",
                "Facts were removed, or the log was restored to an earlier state than the folds. Restore the whole database from one backup, then ./journey rebuild.");
        }

        if (folds) await Task.Delay(BeforeSecondLook, ct);
        var (later, _) = await ExtentAsync(patient, reached, ct);
        if (later > reached) return Check.Ok("holes", $"There was a hole after position {Doctor.Number(reached)}, and it is closed now.");
        var holders = (await patient.OneAsync<string[]>(null, Holders, ct)).Length;
        var found = $"Nothing stands at position {reached + 1}, and nothing after it is folded ({Doctor.Count(highest - reached, "position")} wait).";
        return (holders, folds) switch
        {
            ( > 0, _) => Check.Warning("holes", $"{found} {Doctor.Count(holders, "transaction")} that drew a number {(holders == 1 ? "has" : "have")} not ended.", "Let it end, or see open-transactions and prepared-transactions."),
            (_, true) => Check.Broken("holes", $"{found} A node folds and does not close it.", "Look into that node's log, and restart it."),
            _ => Check.Warning("holes", $"{found} A writer rolled back; the folding node closes such holes.", "Start a node that folds: ./journey serve, without --no-folding."),
        };
    }

    private static Task<(long Reached, long Highest)> ExtentAsync(Patient patient, long floor, CancellationToken ct) => patient.InSnapshotAsync(
        Patient.Folder,
        async ask => ((await ask.RowsAsync("select journeys.contiguous_from($1)", r => r.GetInt64(0), ct, floor))[0], (await ask.RowsAsync(Highest, r => r.GetInt64(0), ct))[0]),
        ct);
}
