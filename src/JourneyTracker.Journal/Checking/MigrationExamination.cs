using JourneyTracker.Journal.Schema;

namespace JourneyTracker.Journal.Checking;

/// <summary>The schema is this program's: no step is missing, none was changed.</summary>
internal static class MigrationExamination
{
    private const string Name = "migrations";

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct) => [await CheckAsync(patient, ct)];

    private static async Task<Check> CheckAsync(Patient patient, CancellationToken ct)
    {
        if (!await patient.OneAsync<bool>(null, "select to_regclass('journeys.migration') is not null", ct))
            return Check.Broken(Name, "There is no journal in this database.", "Check which database is named; an empty one is filled by any verb, for example ./journey serve.");
        var rows = await patient.AskAsync(null, "select number, name, checksum from journeys.migration order by number", row => (Number: row.GetInt32(0), Name: row.GetString(1), Checksum: row.GetString(2)), ct);
        var applied = rows.ToDictionary(r => r.Number);
        if (Migration.All.Where(m => applied.TryGetValue(m.Number, out var row) && row.Checksum != m.Checksum).Select(m => m.Name).ToList() is { Count: > 0 } changed)
            return Check.Broken(Name, $"Made with another text of {string.Join(", ", changed)}.", "Use the version of the program that made this database.");
        if (Migration.All.Where(m => !applied.ContainsKey(m.Number)).Select(m => m.Name).ToList() is { Count: > 0 } missing)
            return Check.Broken(Name, $"Not applied yet: {string.Join(", ", missing)}.", "Start any verb of this version against it, for example ./journey serve: it applies them.");
        var newer = rows.Where(r => Migration.All.All(m => m.Number != r.Number)).Select(r => r.Name).ToList();
        return newer.Count == 0
            ? Check.Ok(Name, $"All {rows.Count} steps of the schema are applied, and none was changed.")
            : Check.Warning(Name, $"A newer version of the program was here: {string.Join(", ", newer)} {(newer.Count == 1 ? "is" : "are")} not known to this one.", "Upgrade this node too.");
    }
}
