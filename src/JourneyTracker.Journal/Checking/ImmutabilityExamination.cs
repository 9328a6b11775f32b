namespace JourneyTracker.Journal.Checking;

/// <summary>What was recorded cannot be changed: the triggers refuse, always, and nobody was given the right to try.</summary>
internal static class ImmutabilityExamination
{
    private static readonly string[] Guards = ["mt_events.never_changed", "mt_streams.never_removed", "access_log.never_changed", "source_reference.never_removed", "sharing_agreement.never_changed"];

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct) => [await TriggersAsync(patient, ct), await RightsAsync(patient, ct)];

    private static async Task<Check> TriggersAsync(Patient patient, CancellationToken ct)
    {
        const string todo = "Make it again as 0005_immutability.sql has it, ENABLE ALWAYS, and find out what was changed meanwhile: compare with a backup.";
        var there = await patient.AskAsync(
            null, """
            select c.relname || '.' || t.tgname, t.tgenabled = 'A', p.proname = 'refuse_change' and p.prosrc like '%raise exception%'
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
            where c.relnamespace = to_regnamespace('journeys') and not t.tgisinternal
            """, row => (Name: row.GetString(0), Always: row.GetBoolean(1), Refuses: row.GetBoolean(2)), ct);
        if (Guards.Except(there.Select(t => t.Name)).ToList() is { Count: > 0 } missing)
            return Check.Broken("immutability", $"The trigger that refuses changes is missing: {string.Join(", ", missing)}.", todo);
        var guards = there.Where(t => Guards.Contains(t.Name)).ToList();
        if (guards.Where(t => !t.Refuses).Select(t => t.Name).ToList() is { Count: > 0 } hollow)
            return Check.Broken("immutability", $"The trigger no longer refuses: {string.Join(", ", hollow)}.", todo);
        return guards.Where(t => !t.Always).Select(t => t.Name).ToList() is { Count: > 0 } weak
            ? Check.Broken("immutability", $"Switched off, or not ENABLE ALWAYS: {string.Join(", ", weak)}.", todo)
            : Check.Ok("immutability", "Changes of facts, of the access log and of references are refused, always.");
    }

    private static async Task<Check> RightsAsync(Patient patient, CancellationToken ct)
    {
        var given = await patient.AskAsync(
            null, """
            select format('%s may %s %s', r.name, lower(p.name), t.name)
            from unnest(array['journeys_writer', 'journeys_folder', 'journeys_reader', 'public']) as r (name),
              unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as p (name), unnest(array['mt_events', 'access_log']) as t (name)
            where has_table_privilege(r.name, 'journeys.' || t.name, p.name) or (p.name = 'UPDATE' and has_any_column_privilege(r.name, 'journeys.' || t.name, 'UPDATE'))
            order by 1
            """, row => row.GetString(0), ct);
        return given.Count == 0
            ? Check.Ok("rights", "No role was given the right to change what is recorded.")
            : Check.Broken("rights", $"{string.Join("; ", given)}.", "Take it away: \"revoke update, delete, truncate on journeys.TABLE from ROLE\".");
    }
}
