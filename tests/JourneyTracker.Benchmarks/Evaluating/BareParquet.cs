using JourneyTracker.Outcomes.Duck;

namespace JourneyTracker.Benchmarks.Evaluating;

/// <summary>DuckDB by itself: the rows of a store, table by table, to Parquet.</summary>
internal static class BareParquet
{
    private static readonly string[] Tables = ["person", "fact", "spell", "movement", "custody", "episode", "pathway"];

    public static (double Seconds, long Bytes) Write(string store, string folder)
    {
        Directory.CreateDirectory(folder);
        using var database = DuckDatabase.Open(null, DuckAccess.Write);
        using var connection = database.Connect();
        connection.Execute($"attach '{store}' as store (read_only)");
        var begun = TimeProvider.System.GetTimestamp();
        foreach (var table in Tables) connection.Execute($"copy store.{table} to '{Path.Combine(folder, table)}.parquet' (format parquet, compression zstd)");
        var took = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        return (took, Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length));
    }
}
