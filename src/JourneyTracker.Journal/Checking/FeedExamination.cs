namespace JourneyTracker.Journal.Checking;

/// <summary>The board feed has every position that it says it keeps.</summary>
internal static class FeedExamination
{
    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct)
    {
        var (first, last, count, low, high) = (await patient.AskAsync(
            Patient.Folder, "select h.first_kept, h.last_position, (select count(*) from journeys.board_feed), coalesce((select min(position) from journeys.board_feed), 0), coalesce((select max(position) from journeys.board_feed), 0) from journeys.board_feed_head h",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)), ct))[0];
        var kept = last - first + 1;
        return [count == kept && (count == 0 || (low == first && high == last))
            ? Check.Ok("feed", $"The board feed is whole: {Doctor.Count(count, "movement")} kept, up to {Doctor.Number(last)}.")
            : Check.Broken(
                "feed", $"The board feed should keep {Doctor.Number(first)} to {Doctor.Number(last)}, and has {Doctor.Count(count, "movement")} from {Doctor.Number(low)} to {Doctor.Number(high)}: watchers would miss some.",
                "Somebody changed it by hand. Restart the web nodes, so that every watcher begins with a new snapshot, and find out who may write as journeys_folder.")];
    }
}
