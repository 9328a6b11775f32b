using System.Text;

namespace JourneyTracker.Journal.Import.Reading;

/// <summary>Reads comma separated rows with a header. A row that cannot be read is refused by itself, and reading goes on with the next line.</summary>
public sealed class CsvReader : RowReader
{
    private readonly CsvScan scan;
    private readonly int width;
    private readonly bool hasReason;
    private readonly int[] places;

    /// <param name="file">The file; disposed with the reader.</param>
    /// <param name="columns">The columns to read, in the order wanted.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    /// <param name="keepRaw">Whether the rows' bytes are wanted.</param>
    /// <exception cref="ImportRefusedException">The header does not fit.</exception>
    public CsvReader(InputFile file, IReadOnlyList<string> columns, char delimiter = ',', bool keepRaw = false)
        : base(file, keepRaw)
    {
        scan = new CsvScan((byte)delimiter);
        Begin();
        var header = Header();
        width = header.Count;
        hasReason = header[^1] == ReasonColumn;
        places = [.. columns.Select(c => Place(header, c))];
    }

    public override IReadOnlyCollection<string> NeverSeen => [];

    public override SourceRow? Read()
    {
        while (true)
        {
            if (Next() is not { } end) return null;
            if (end == CsvScan.End.NeedsMore || end == CsvScan.End.OpenQuote) return Unfinished(end);
            var isBlank = scan.Length == 0;
            var row = isBlank ? null : ReadCells();
            Line += scan.HasQuotes ? LineEnds(Window.Bytes[..scan.Consumed]) : 1;
            Window.Advance(scan.Consumed);
            if (!isBlank) return row;
        }
    }

    private CsvScan.End? Next()
    {
        while (true)
        {
            if (Window.Bytes.IsEmpty && Window.IsLast) return null;
            var end = scan.Find(Window.Bytes, Window.IsLast);
            var length = end == CsvScan.End.Record ? scan.Length : Window.Bytes.Length;
            if (length > LongestRow) return CsvScan.End.NeedsMore;
            if (end != CsvScan.End.NeedsMore) return end;
            Window.Fill();
        }
    }

    /// <summary>A record too long, or with a quote that never closes: only its first line is refused, so that the rows behind it are not lost.</summary>
    private SourceRow Unfinished(CsvScan.End end)
    {
        var line = Window.Bytes.IndexOfAny((byte)'\n', (byte)'\r');
        if (line > LongestRow || (line < 0 && end == CsvScan.End.NeedsMore)) return RefusedLength();
        var raw = line < 0 ? Window.Bytes : Window.Bytes[..line];
        var row = Refused("A quote opens in this row and is not closed within the length that a row may have.", "Close the quote, or double it when it belongs to the text.", raw);
        Window.Advance(raw.Length);
        PassLineEnd();
        return row;
    }

    private SourceRow ReadCells()
    {
        var raw = Window.Bytes[..scan.Length];
        if (hasReason && scan.Cells.Count == width) raw = raw[..Math.Max(0, scan.Cells[^1].Start - (scan.Cells[^1].IsQuoted ? 2 : 1))];
        if (RefusedEncoding(raw) is { } refused) return refused;
        if (scan.HasStrayQuote) return Refused("Something stands between a closing quote and the next comma.", "Double the quotes that belong to the text.", raw);
        if (scan.Cells.Count != width)
            return Refused($"The row has {scan.Cells.Count} values; the header has {width}.", "Look for a missing value, or for a comma in a text without quotes.", raw);
        var cells = new string[places.Length];
        for (var i = 0; i < places.Length; i++) cells[i] = Text(scan.Cells[places[i]]).Trim();
        return Row(cells, raw);
    }

    private List<string> Header()
    {
        if (Next() is not { } end) throw new ImportRefusedException($"{File.Path} is empty.");
        if (end != CsvScan.End.Record || RefusedEncoding(Window.Bytes[..scan.Length]) is not null)
            throw new ImportRefusedException($"The header of {File.Path} cannot be read: it must be one line of column names in UTF-8.");
        var names = scan.Cells.ConvertAll(c => Text(c).Trim());
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ImportRefusedException($"The header of {File.Path} has the column '{twice.Key}' twice: give each column a name of its own.");
        var length = names[^1] == ReasonColumn ? Math.Max(0, scan.Cells[^1].Start - 1) : scan.Length;
        RawHeader = Window.Bytes[..length].ToArray();
        Line += LineEnds(Window.Bytes[..scan.Consumed]);
        Window.Advance(scan.Consumed);
        return names;
    }

    private int Place(List<string> header, string column)
    {
        var place = header.IndexOf(column);
        return place >= 0 ? place : throw new ImportRefusedException(
            $"The mapping names the column '{column}', which {File.Path} does not have. It has: {string.Join(", ", header)}.");
    }

    private string Text(CsvScan.Cell cell)
    {
        var text = Encoding.UTF8.GetString(Window.Bytes.Slice(cell.Start, cell.Length));
        return cell.IsQuoted ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private static int LineEnds(ReadOnlySpan<byte> bytes) => bytes.Count((byte)'\n') + bytes.Count((byte)'\r') - bytes.Count("\r\n"u8);
}
