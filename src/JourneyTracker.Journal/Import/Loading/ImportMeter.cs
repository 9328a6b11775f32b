using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.Journal.Import.Loading;

/// <summary>How far an import is. Written by the import, read by whoever shows it.</summary>
public sealed class ImportMeter
{
    private string? file;
    private long length;
    private long rows;
    private long line;
    private long position;

    /// <summary>The file that is being read; null before the first.</summary>
    public string? File => file;

    /// <summary>Rows done, over all files.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>The last line of the file whose row is done.</summary>
    public long Line => Interlocked.Read(ref line);

    /// <summary>The part of the file whose rows are done, 0 to 1, by bytes on disk.</summary>
    public double Part => length > 0 ? Math.Clamp((double)Interlocked.Read(ref position) / length, 0, 1) : 0;

    internal void Begin(InputFile next)
    {
        Interlocked.Exchange(ref line, 0);
        Interlocked.Exchange(ref position, 0);
        (length, file) = (next.Length, next.Path);
    }

    internal void Done(int moreRows, long lastLine, long donePosition)
    {
        Interlocked.Add(ref rows, moreRows);
        Interlocked.Exchange(ref line, lastLine);
        Interlocked.Exchange(ref position, donePosition);
    }
}
