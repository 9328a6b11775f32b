namespace JourneyTracker.Journal.Cluster;

/// <summary>Turns what PostgreSQL said when it would not start into one sentence.</summary>
internal static class StartFailure
{
    private static readonly string[] Loud = ["PANIC:", "FATAL:", "initdb: error:", "error:"];

    public static ClusterException From(ClusterFolder folder, string output)
    {
        if (output.Contains("No space left on device", StringComparison.Ordinal))
            return NoSpace(folder);
        var reason = Loud.Select(word => Last(output, word)).FirstOrDefault(line => line is not null) ?? output.Trim().Split('\n')[^1];
        return new ClusterException(
            $"PostgreSQL cannot open the data folder {folder.Home}: {reason.TrimEnd('.')}. The folder may be damaged: restore it from a backup, or choose another folder with --data (details: {folder.Log}).");
    }

    public static ClusterException NoSpace(ClusterFolder folder) =>
        new($"There is no space left on the disk that holds {folder.Home}: free some, or choose another folder with --data.");

    private static string? Last(string output, string word) => output.Split('\n')
        .Where(line => line.Contains(word, StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(word, StringComparison.Ordinal) + word.Length)..].Trim())
        .LastOrDefault();
}
