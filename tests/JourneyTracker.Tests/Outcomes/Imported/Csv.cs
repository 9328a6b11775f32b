using JourneyTracker.Cli.Dates;
using JourneyTracker.Outcomes.Imported;

namespace JourneyTracker.Tests.Outcomes.Imported;

/// <summary>A file as the command line reads it.</summary>
internal static class Csv
{
    public static (IReadOnlyList<string> Header, IReadOnlyList<FileRow> Rows) Of(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return Table(CsvTable.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static (IReadOnlyList<string> Header, IReadOnlyList<FileRow> Rows) In(string path) => Table(CsvTable.Read(path));

    private static (IReadOnlyList<string>, IReadOnlyList<FileRow>) Table(CsvTable table)
    {
        table.Faults.Should().BeEmpty();
        return (table.Columns, [.. table.Rows.Select(r => new FileRow(r.Line, r.Cells))]);
    }
}
