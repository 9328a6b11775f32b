using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.Journal.Import.Loading;

/// <summary>How far an import is. Written by the import, read by whoever shows it.</summary>
public sealed class ImportMeter
{
    private InputFile? file;
    private long rows;
    private long line;

    /// <summary>The file that is being read; null before the first.</summary>
    public string? File => file?.Path;

    /// <summary>Rows done, over all files.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>The last line of the file whose row is done.</summary>
    public long Line => Interlocked.Read(ref line);

    /// <summary>The part of the file that has been read, 0 to 1, by bytes on disk.</summary>
    public double Part => file is { Length: > 0 } open ? Math.Clamp((double)open.Position / open.Length, 0, 1) : 0;

    internal void Begin(InputFile next)
    {
        file = next;
        Interlocked.Exchange(ref line, 0);
    }

    internal void Done(int moreRows, long lastLine)
    {
        Interlocked.Add(ref rows, moreRows);
        Interlocked.Exchange(ref line, lastLine);
    }
}
