using JourneyTracker.Journal.Schema;

namespace JourneyTracker.Journal.Checking;

/// <summary>Marten's tables stand as they were made, and their numbers are drawn one by one.</summary>
internal static class MartenExamination
{
    private static readonly string Layout = EmbeddedSql.Text("checking_layout.sql");

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct) => [await TablesAsync(patient, ct), await SequenceAsync(patient, ct)];

    private static async Task<Check> TablesAsync(Patient patient, CancellationToken ct)
    {
        var found = (await patient.AskAsync(null, Layout, row => row.GetString(0), ct)).ToHashSet();
        var missing = MartenLayout.Lines.Where(l => !found.Contains(l)).ToList();
        if (missing.Count > 0)
            return Check.Broken("marten-tables", $"Not as they should be: {string.Join("; ", missing)}.", "Find out who changed it, and bring it back as docs and the migrations have it.");
        var more = found.Except(MartenLayout.Lines).Order().ToList();
        return more.Count == 0
            ? Check.Ok("marten-tables", "The event tables stand as Marten and this program expect them.")
            : Check.Warning("marten-tables", $"More than this program knows of: {string.Join("; ", more)}.", "Harmless if an application on Marten added it; else find out who did.");
    }

    private static async Task<Check> SequenceAsync(Patient patient, CancellationToken ct)
    {
        var (cache, step, cycles) = (await patient.AskAsync(
            null, "select seqcache, seqincrement, seqcycle from pg_sequence where seqrelid = 'journeys.mt_events_sequence'::regclass",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2)), ct))[0];
        if (cache != 1 || step != 1 || cycles)
        {
            return Check.Broken(
                "sequence", $"The positions' sequence has cache {cache}, step {step}{(cycles ? " and begins again at its end" : "")}: holes would be closed while somebody may still fill them.",
                "As the owner: \"alter sequence journeys.mt_events_sequence cache 1 increment 1 no cycle\", then restart every program that appends.");
        }

        var (drawn, highest) = (await patient.AskAsync(
            Patient.Folder, "select (select case when is_called then last_value else 0 end from journeys.mt_events_sequence), (select coalesce(max(seq_id), 0) from journeys.mt_events)",
            row => (row.GetInt64(0), row.GetInt64(1)), ct))[0];
        return drawn < highest
            ? Check.Broken(
                "sequence", $"The sequence stands at {Doctor.Number(drawn)}, behind position {Doctor.Number(highest)}: numbers would be given twice, and appends fail.",
                $"Stop every program that appends, then, as the owner: \"select setval('journeys.mt_events_sequence', {highest})\".")
            : Check.Ok("sequence", $"Positions are drawn one by one; {Doctor.Number(drawn)} were drawn.");
    }
}
