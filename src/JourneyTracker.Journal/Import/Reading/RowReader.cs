using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace JourneyTracker.Journal.Import.Reading;

/// <summary>Reads a source row by row. Memory is bounded by <see cref="LongestRow"/>, whatever the file holds.</summary>
public abstract class RowReader(InputFile file, bool keepRaw) : IDisposable
{
    /// <summary>A longer row is refused, without being held in memory: 1 MiB.</summary>
    public const int LongestRow = 1 << 20;

    /// <summary>The column (or member) that a file of refused rows has more than its source; ignored when such a file is imported.</summary>
    public const string ReasonColumn = "refused_because";

    private protected ByteWindow Window { get; } = new(file);

    private protected long Line { get; set; } = 1;

    public InputFile File { get; } = file;

    /// <summary>The header as it stands in the file, without <see cref="ReasonColumn"/>; empty when the format has none.</summary>
    public ReadOnlyMemory<byte> RawHeader { get; private protected set; }

    /// <summary>Columns that the mapping names and no row so far had; only formats without a header can have such.</summary>
    public abstract IReadOnlyCollection<string> NeverSeen { get; }

    /// <summary>The next row; null at the end.</summary>
    /// <exception cref="ImportRefusedException">The file is damaged.</exception>
    public abstract SourceRow? Read();

    public void Dispose()
    {
        File.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Passes over a byte order mark, and refuses encodings and files that are no text.</summary>
    private protected void Begin()
    {
        Window.Fill();
        var start = Window.Bytes;
        if (start.StartsWith(Encoding.UTF8.Preamble)) Window.Advance(3);
        else if (start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]))
            throw new ImportRefusedException($"{File.Path} is in UTF-16: save it as UTF-8.");
        else if (start[..Math.Min(start.Length, 1024)].Contains((byte)0))
            throw new ImportRefusedException($"{File.Path} is not a text file.");
    }

    private protected SourceRow Row(string[] cells, ReadOnlySpan<byte> raw) =>
        new(Line, cells, null, keepRaw ? raw.ToArray() : null, Window.Offset, raw.Length);

    private protected SourceRow Refused(string what, string how, ReadOnlySpan<byte> raw, string rule = "malformed") =>
        new(Line, [], new RowRefusal(Line, null, null, rule, what, how), keepRaw ? raw.ToArray() : null, Window.Offset, raw.Length);

    private protected SourceRow? RefusedEncoding(ReadOnlySpan<byte> raw)
    {
        if (Utf8.IsValid(raw)) return null;
        var at = FirstInvalid(raw);
        return Refused(
            $"Byte {at + 1} of the row (hexadecimal {raw[at].ToString("X2", CultureInfo.InvariantCulture)}) is not UTF-8.",
            "Save the file as UTF-8: it may be in Windows-1252 or Latin-1.", raw);
    }

    /// <summary>Passes over the rest of a line that is too long.</summary>
    private protected SourceRow RefusedLength()
    {
        var (line, offset, length) = (Line, Window.Offset, 0L);
        while (true)
        {
            var end = Window.Bytes.IndexOfAny((byte)'\n', (byte)'\r');
            length += end < 0 ? Window.Bytes.Length : end;
            Window.Advance(end < 0 ? Window.Bytes.Length : end);
            if (end >= 0 || Window.IsLast) break;
            Window.Fill();
        }

        PassLineEnd();
        var why = new RowRefusal(line, null, null, "too-long", $"The line has {length:N0} bytes; a row may have {LongestRow:N0}.", "Shorten its longest value.");
        return new SourceRow(line, [], why, null, offset, length);
    }

    private protected void PassLineEnd()
    {
        while (Window.Bytes.Length < 2 && !Window.IsLast) Window.Fill();
        var rest = Window.Bytes;
        if (rest.IsEmpty) return;
        Window.Advance(rest[0] == '\r' && rest.Length > 1 && rest[1] == '\n' ? 2 : 1);
        Line++;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> raw)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(raw[at..], out _, out var used) == System.Buffers.OperationStatus.Done) at += used;
        return at;
    }
}
