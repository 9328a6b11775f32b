using System.Globalization;
using JourneyTracker.Journal.Folding;

namespace JourneyTracker.Journal.Checking;

/// <summary>How far the folds are, and which journeys they cannot follow.</summary>
internal static class FoldExamination
{
    private const int Shown = 10;
    private const int MostBehind = 10_000;
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct) => [await CheckpointsAsync(patient, ct), await FrozenAsync(patient, ct)];

    private static async Task<Check> CheckpointsAsync(Patient patient, CancellationToken ct)
    {
        var folds = await patient.AskAsync(
            Patient.Folder, "select name, last_seq_id from journeys.mt_event_progression where name = any ($1) order by last_seq_id", row => (Name: row.GetString(0), At: row.GetInt64(1)), ct, (object)FoldNames.All.ToArray());
        var end = await patient.OneAsync<long>(Patient.Folder, "select coalesce(max(seq_id), 0) from journeys.mt_events", ct);
        if (folds.Where(f => f.At > end).Select(f => f.Name).ToList() is { Count: > 0 } ahead)
        {
            return Check.Broken(
                "checkpoints", $"{string.Join(", ", ahead)} stand{(ahead.Count == 1 ? "s" : "")} at a position that the log does not reach ({Doctor.Number(end)}).",
                "Facts are missing that had been folded: restore the whole database from one backup, then ./journey rebuild.");
        }

        if (FoldNames.All.Except(folds.Select(f => f.Name)).ToList() is { Count: > 0 } never)
            return end == 0 ? Check.Ok("checkpoints", "Nothing is recorded yet.") : Check.Warning("checkpoints", $"Never folded: {string.Join(", ", never)}.", "Start a node that folds, or ./journey rebuild.");
        var behind = folds.Where(f => f.At < end).ToList();
        if (behind.Count == 0) return Check.Ok("checkpoints", $"Every fold stands at the log's end, {Doctor.Number(end)}.");
        var age = await patient.OneAsync<double>(
            Patient.Folder, "select coalesce(extract(epoch from clock_timestamp() - (select timestamp from journeys.mt_events where seq_id > $1 order by seq_id limit 1)), 0)::float8", ct, behind[0].At);
        var found = string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", behind.Select(f => f.Name))}: {end - behind[0].At:N0} positions behind; the oldest has waited {age:N0} s.");
        return end - behind[0].At > MostBehind || age > Late.TotalSeconds
            ? Check.Warning("checkpoints", found, "A long import or rebuild explains it; else see folding-node and holes.")
            : Check.Ok("checkpoints", found);
    }

    private static async Task<Check> FrozenAsync(Patient patient, CancellationToken ct)
    {
        var frozen = await patient.AskAsync(
            Patient.Folder, "select journey, min(position) from journeys.fold_failure where fold = any ($1) group by partnership, journey order by 2",
            row => $"{row.GetGuid(0)} (at position {row.GetInt64(1)})", ct, (object)FoldNames.All.ToArray());
        return frozen.Count == 0
            ? Check.Ok("frozen-journeys", "No journey is frozen.")
            : Check.Broken(
                "frozen-journeys", $"{Doctor.Count(frozen.Count, "journey")} cannot be followed and stand{(frozen.Count == 1 ? "s" : "")} still: {string.Join(", ", frozen.Take(Shown))}{(frozen.Count > Shown ? " and more" : "")}.",
                "Upgrade to a version that can read that fact, or correct or withdraw it; then ./journey rebuild tries them again.");
    }
}
