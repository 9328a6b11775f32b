using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Processes.Export;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Exporting;

/// <summary>In what form rows leave.</summary>
public enum ExportFormat
{
    Csv,
    Parquet,

    /// <summary>Her facts as a log for process mining (IEEE 1849).</summary>
    Xes,

    /// <summary>The same with women, cases and agencies as objects (OCEL 2.0, JSON).</summary>
    Ocel,
}

/// <summary>Writes the rows of a generation to a folder, with what they mean and how to cite them. Memory stays flat: what has to be put in order waits on the disk.</summary>
public static class StoreExport
{
    private const string Memory = "512MB";

    /// <param name="store">Whose rows.</param>
    /// <param name="folder">It is there and empty.</param>
    /// <param name="format">The form.</param>
    /// <param name="byMonth">Whether days leave as months.</param>
    /// <param name="now">The day that the citation names.</param>
    /// <returns>The files, and from what they were made.</returns>
    /// <exception cref="DuckException">It cannot be written.</exception>
    public static (Generation Generation, IReadOnlyList<string> Files) Write(OutcomesStore store, string folder, ExportFormat format, bool byMonth, DateOnly now)
    {
        var (generation, file) = store.StandingFile() ?? throw new DuckException("Nothing was built yet.");
        using var database = DuckDatabase.Open(null, DuckAccess.Write, memory: Memory);
        using var connection = database.Connect();
        connection.Execute($"set temp_directory = '{Quoted(Path.Combine(folder, ".waiting"))}'; attach '{Quoted(file)}' as store (read_only)");
        var rows = new ExportRows(byMonth);
        switch (format)
        {
            case ExportFormat.Xes:
                using (var stream = File.Create(Path.Combine(folder, "journeys.xes"))) XesWriter.Write(stream, $"Journeys, {generation.Partnership}, position {generation.Position}", new ExportLog(connection, rows).Traces());
                break;
            case ExportFormat.Ocel:
                using (var stream = File.Create(Path.Combine(folder, "journeys.jsonocel"))) OcelWriter.Write(stream, new ExportLog(connection, rows).Objects(), new ExportLog(connection, rows).Events());
                break;
            default:
                foreach (var table in DataDictionary.Tables) Copy(connection, rows.Of(table), Path.Combine(folder, table), format);
                break;
        }

        File.WriteAllText(Path.Combine(folder, "data-dictionary.csv"), DataDictionary.Csv(byMonth));
        File.WriteAllText(Path.Combine(folder, "CITATION.cff"), Citation.Of(generation, byMonth, now));
        return (generation, [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]);
    }

    private static void Copy(DuckConnection connection, string rows, string path, ExportFormat format) =>
        connection.Execute(format == ExportFormat.Csv ? $"copy ({rows}) to '{Quoted(path)}.csv' (header)" : $"copy ({rows}) to '{Quoted(path)}.parquet' (format parquet, compression zstd)");

    private static string Quoted(string path) => path.Replace("'", "''", StringComparison.Ordinal);
}
