using CsvHelper;
using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Cli.Dates;

/// <summary>A comma separated file with a header: every row that can be told apart, and what is wrong with the others.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Columns, IReadOnlyList<CsvTableRow> Rows, IReadOnlyList<RowFault> Faults)
{
    public static CsvTable Read(string path)
    {
        var (rows, faults) = (new List<CsvTableRow>(), new List<RowFault>());
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            // One open quote must not swallow the rest of the file.
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = wrong => faults.Add(new RowFault((int)wrong.LineNumber, Words(wrong.Reason))),
        };
        using var reader = CsvReader.FromFile(path, options);
        string[] columns = [.. reader.Headers];
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (reader.FieldCount == columns.Length)
                rows.Add(new(line, columns.Select((c, i) => (c, i)).DistinctBy(c => c.c).ToDictionary(c => c.c, c => reader.GetString(c.i), StringComparer.Ordinal)));
            else
                faults.Add(new(line, $"it has {reader.FieldCount} cells, the header {columns.Length}; add or take away a comma, or put quotes round a cell with commas"));
        }

        return new CsvTable(columns, rows, faults);
    }

    public static void Write(string path, IEnumerable<IEnumerable<string>> rows)
    {
        using var writer = CsvWriter.ToFile(path, CsvWriterOptions.Default with { NewLine = "\n" });
        foreach (var row in rows) writer.WriteRecord([.. row.Select(CsvCell.Inert)]);
    }

    private static string Words(CsvMalformedReason reason) => reason is CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote
        ? "a quote is left open; close it before the end of the line"
        : "a quote stands inside a cell; put the whole cell in quotes and double those inside it";
}

/// <summary>One row by the names of its columns.</summary>
/// <param name="Line">The line of the file; the header stands on the first.</param>
internal sealed record CsvTableRow(int Line, IReadOnlyDictionary<string, string> Cells);

/// <summary>What is wrong with one row, and how to mend it.</summary>
internal sealed record RowFault(int Line, string Words)
{
    public override string ToString() => $"row {Line}{(Words.StartsWith("column", StringComparison.Ordinal) ? ", " : ": ")}{Words}";
}
