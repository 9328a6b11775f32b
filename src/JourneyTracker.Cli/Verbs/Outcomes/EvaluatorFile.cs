using JourneyTracker.Cli.Dates;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Imported;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>A CSV file that an evaluator gives to be taken in: whole, or not at all.</summary>
internal static class EvaluatorFile
{
    private const int Most = 20;

    /// <param name="path">The file.</param>
    /// <param name="parse">Makes of its header and its rows what is taken in.</param>
    public static T Read<T>(string path, Func<IReadOnlyList<string>, IReadOnlyList<FileRow>, T> parse)
    {
        if (!File.Exists(path)) throw new RefusedException($"There is no file {path}.", how: "Name a CSV file; docs/outcomes.md says what it holds.");
        var table = CsvTable.Read(path);
        if (table.Faults.Count > 0) throw Refuse(path, [.. table.Faults.Select(f => $"line {f.Line}: {f.Words}.")]);
        try
        {
            return parse(table.Columns, [.. table.Rows.Select(r => new FileRow(r.Line, r.Cells))]);
        }
        catch (FileFaultsException wrong)
        {
            throw Refuse(path, wrong.Faults);
        }
    }

    private static RefusedException Refuse(string path, IReadOnlyList<string> faults) => new(
        $"Nothing was taken in:{string.Concat(faults.Take(Most).Select(f => $"{Environment.NewLine}  {f}"))}{(faults.Count > Most ? $"{Environment.NewLine}  and {faults.Count - Most} more" : "")}", path, "Mend the file and give it again.");
}
