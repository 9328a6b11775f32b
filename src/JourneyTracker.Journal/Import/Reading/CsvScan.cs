namespace JourneyTracker.Journal.Import.Reading;

/// <summary>Finds one record of a CSV file (RFC 4180; lines may end in CR LF, LF or CR) and its cells.</summary>
internal sealed class CsvScan(byte delimiter)
{
    private const byte Quote = (byte)'"';

    /// <summary>What was found.</summary>
    public enum End
    {
        /// <summary>A whole record.</summary>
        Record,

        /// <summary>The record goes on beyond these bytes.</summary>
        NeedsMore,

        /// <summary>A quote was opened and the file ended.</summary>
        OpenQuote,
    }

    /// <summary>The cells of the record found last.</summary>
    public List<Cell> Cells { get; } = [];

    /// <summary>The record's bytes without line end.</summary>
    public int Length { get; private set; }

    /// <summary>The record's bytes with its line end.</summary>
    public int Consumed { get; private set; }

    /// <summary>Whether something stood between a closing quote and the next delimiter.</summary>
    public bool HasStrayQuote { get; private set; }

    public bool HasQuotes { get; private set; }

    public End Find(ReadOnlySpan<byte> bytes, bool isLast)
    {
        Cells.Clear();
        (HasStrayQuote, HasQuotes) = (false, false);
        for (var at = 0; ;)
        {
            var from = at;
            var isQuoted = at < bytes.Length && bytes[at] == Quote;
            if (isQuoted)
            {
                HasQuotes = true;
                at = AfterClosingQuote(bytes, at + 1);
                if (at < 0) return isLast ? End.OpenQuote : End.NeedsMore;
            }

            var stop = bytes[at..].IndexOfAny(delimiter, (byte)'\n', (byte)'\r');
            if (stop < 0 && !isLast) return End.NeedsMore;
            var end = stop < 0 ? bytes.Length : at + stop;
            HasStrayQuote |= isQuoted && end > at;
            Cells.Add(isQuoted && end == at ? new Cell(from + 1, at - from - 2, true) : new Cell(from, end - from, false));
            if (stop >= 0 && bytes[end] == delimiter)
            {
                at = end + 1;
                continue;
            }

            if (stop >= 0 && bytes[end] == '\r' && end + 1 == bytes.Length && !isLast) return End.NeedsMore;
            Length = end;
            Consumed = stop < 0 ? end : bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? end + 2 : end + 1;
            return End.Record;
        }
    }

    /// <summary>The position behind the quote that closes; -1 when there is none.</summary>
    private static int AfterClosingQuote(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var quote = bytes[at..].IndexOf(Quote);
            if (quote < 0) return -1;
            at += quote + 1;
            if (at >= bytes.Length || bytes[at] != Quote) return at;
            at++;
        }
    }

    /// <summary>Where a cell stands; a quoted one may hold doubled quotes.</summary>
    public readonly record struct Cell(int Start, int Length, bool IsQuoted);
}
