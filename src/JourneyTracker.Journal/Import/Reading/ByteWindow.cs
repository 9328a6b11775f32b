using System.Diagnostics.CodeAnalysis;

namespace JourneyTracker.Journal.Import.Reading;

/// <summary>A part of a stream that slides forward and grows only as far as one row needs: memory does not depend on the file's size.</summary>
internal sealed class ByteWindow(InputFile file)
{
    private const string Damaged = "The packed file is damaged or cut short: get it again. Importing it then continues where this stopped.";

    private const string Bomb = "The packed file unpacks to more than 100 times its size, which no table of an agency does. If it is meant, unpack it and import the file inside.";
    private const int MostTimes = 100;

    /// <summary>So much is unpacked of any file.</summary>
    private const long AlwaysUnpacked = 64 << 20;

    private byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;

    /// <summary>Where the window begins in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the stream has no more bytes than those in the window.</summary>
    public bool IsLast { get; private set; }

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, end - start);

    public void Advance(int count)
    {
        start += count;
        Offset += count;
    }

    /// <summary>Reads more bytes behind those that stand in the window.</summary>
    /// <exception cref="ImportRefusedException">The packed file is damaged, cut short, or made to fill a disk.</exception>
    [SuppressMessage("Reliability", "CA2022", Justification = "A short read is what a sliding window is for.")]
    public void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        try
        {
            var read = file.Content.Read(buffer, end, buffer.Length - end);
            end += read;
            if (file.IsGzip && Offset + Bytes.Length > Math.Max(AlwaysUnpacked, MostTimes * file.Length)) throw new ImportRefusedException(Bomb);
            if (read > 0) return;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw new ImportRefusedException(Damaged, damaged);
        }

        if (!IsLast && file.IsGzip && !GzipEnd.IsWhole(file.Path, Offset + Bytes.Length)) throw new ImportRefusedException(Damaged);
        IsLast = true;
    }
}
