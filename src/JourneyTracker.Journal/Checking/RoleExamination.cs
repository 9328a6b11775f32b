namespace JourneyTracker.Journal.Checking;

/// <summary>Who may do what: the roles are there and bounded, and row-level security holds for everybody.</summary>
internal static class RoleExamination
{
    private static readonly string[] Roles = ["journeys_owner", "journeys_writer", "journeys_folder", "journeys_reader"];

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct) =>
        [await RolesAsync(patient, ct), await SecurityAsync(patient, ct), await PoliciesAsync(patient, ct)];

    private static async Task<Check> RolesAsync(Patient patient, CancellationToken ct)
    {
        var there = await patient.AskAsync(
            null, "select rolname, rolsuper or rolbypassrls, rolcanlogin, pg_has_role(session_user, oid, 'member') from pg_roles where rolname = any ($1)",
            row => (Name: row.GetString(0), Unbound: row.GetBoolean(1), LogsIn: row.GetBoolean(2), Ours: row.GetBoolean(3)), ct, (object)Roles);
        if (Roles.Except(there.Select(r => r.Name)).ToList() is { Count: > 0 } missing)
            return Check.Broken("roles", $"Missing: {string.Join(", ", missing)}.", "Restore the roles with the database (pg_dumpall --roles-only keeps them), or make them as 0001_roles.sql does.");
        if (there.Where(r => r.Unbound).Select(r => r.Name).ToList() is { Count: > 0 } unbound)
            return Check.Broken("roles", $"A superuser, or not bound by row-level security: {string.Join(", ", unbound)}.", $"As a superuser: \"alter role {unbound[0]} nosuperuser nobypassrls\".");
        if (there.Where(r => !r.Ours).Select(r => r.Name).ToList() is { Count: > 0 } strange)
            return Check.Broken("roles", $"This login is no member of {string.Join(", ", strange)}.", $"Grant it: \"grant {strange[0]} to LOGIN\".");
        if (await patient.OneAsync<bool>(null, "select rolsuper or rolbypassrls from pg_roles where rolname = session_user", ct))
            return Check.Warning("roles", "The programs' login is a superuser or bypasses row-level security.", "Use a login that does neither; docs/running.md says what it needs.");
        return there.Where(r => r.LogsIn).Select(r => r.Name).ToList() is { Count: > 0 } logins
            ? Check.Warning("roles", $"Somebody may log in as {string.Join(", ", logins)}.", $"\"alter role {logins[0]} nologin\": programs log in as themselves and take a role.")
            : Check.Ok("roles", "The four roles are there; none is a superuser, none bypasses row-level security, nobody logs in as one.");
    }

    private static async Task<Check> SecurityAsync(Patient patient, CancellationToken ct)
    {
        var tables = await patient.AskAsync(
            null, """
            select c.relname::text, c.relrowsecurity and c.relforcerowsecurity, pg_get_userbyid(c.relowner) = 'journeys_owner',
              c.relispartition or exists (select from pg_policy p where p.polrelid = c.oid)
            from pg_class c
            where c.relnamespace = to_regnamespace('journeys') and c.relkind in ('r', 'p')
              and (c.relname = 'partnership' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('partnership', 'tenant_id') and not a.attisdropped))
            order by 1
            """, row => (Name: row.GetString(0), Forced: row.GetBoolean(1), Owned: row.GetBoolean(2), Governed: row.GetBoolean(3)), ct);
        if (tables.Where(t => !t.Forced).Select(t => t.Name).ToList() is { Count: > 0 } open)
        {
            return Check.Broken(
                "row-level-security", $"Not forced on {string.Join(", ", open)}, which names a partnership.",
                $"As the owner: \"alter table journeys.{open[0]} enable row level security, force row level security\"; until then whoever may read it can read every partnership's rows.");
        }

        if (tables.Where(t => !t.Governed).Select(t => t.Name).ToList() is { Count: > 0 } bare)
            return Check.Broken("row-level-security", $"No policy is left on {string.Join(", ", bare)}: nobody sees a row of it.", "Make the policies again as the migrations have them.");
        return tables.Where(t => !t.Owned).Select(t => t.Name).ToList() is { Count: > 0 } foreign
            ? Check.Broken("row-level-security", $"Not owned by journeys_owner: {string.Join(", ", foreign)}.", $"\"alter table journeys.{foreign[0]} owner to journeys_owner\".")
            : Check.Ok("row-level-security", $"It is forced on all {tables.Count} tables that name a partnership.");
    }

    private static async Task<Check> PoliciesAsync(Patient patient, CancellationToken ct)
    {
        var wide = await patient.AskAsync(
            null, """
            select format('%s on %s (%s)', policyname, tablename, array_to_string(roles, ', ')) from pg_policies
            where schemaname = 'journeys' and roles <> '{journeys_folder}' and (qual = 'true' or with_check = 'true') order by 1
            """, row => row.GetString(0), ct);
        return wide.Count == 0
            ? Check.Ok("policies", "Only the folding role sees more than one partnership.")
            : Check.Broken("policies", $"These let others than the folding role see or write every partnership's rows: {string.Join("; ", wide)}.", "Drop them with \"drop policy NAME on journeys.TABLE\".");
    }
}
