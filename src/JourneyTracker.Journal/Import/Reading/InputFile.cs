using System.IO.Compression;

namespace JourneyTracker.Journal.Import.Reading;

/// <summary>A file to import, plain or gzip (told by its first bytes, not by its name), read as a stream.</summary>
public sealed class InputFile : IDisposable
{
    private readonly FileStream file;

    private InputFile(string path, FileStream file, bool isGzip)
    {
        (Path, this.file, IsGzip) = (path, file, isGzip);
        Content = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    public string Path { get; }

    public bool IsGzip { get; }

    /// <summary>The bytes, unpacked.</summary>
    public Stream Content { get; }

    /// <summary>Bytes on disk: what progress is measured by.</summary>
    public long Length => file.Length;

    /// <summary>Bytes on disk that have been read.</summary>
    public long Position => file.Position;

    /// <exception cref="ImportRefusedException">There is no such file, or it cannot be read as one.</exception>
    public static InputFile Open(string path)
    {
        if (Directory.Exists(path)) throw new ImportRefusedException($"{path} is a folder: name a file.");
        if (!File.Exists(path)) throw new ImportRefusedException($"There is no file {path}.");
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 17, FileOptions.SequentialScan);
            Span<byte> start = stackalloc byte[4];
            start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            file.Position = 0;
            if (start.IsEmpty) throw new ImportRefusedException($"{path} is empty.");
            if (start.StartsWith("PK\u0003\u0004"u8)) throw new ImportRefusedException($"{path} is a zip archive: unpack it and import the file inside.");
            return new InputFile(path, file, isGzip: start.Length > 1 && start[0] == 0x1f && start[1] == 0x8b);
        }
        catch (Exception wrong) when (wrong is UnauthorizedAccessException or IOException)
        {
            throw new ImportRefusedException($"{path} cannot be read: {wrong.Message}", wrong);
        }
    }

    /// <summary>Copies a part of the unpacked content. Reads from the beginning when the file is packed: for rows too long to be kept in memory.</summary>
    public static void Copy(string path, long offset, long length, Stream to)
    {
        using var again = Open(path);
        var buffer = new byte[1 << 16];
        for (var position = 0L; position < offset + length;)
        {
            var read = again.Content.Read(buffer);
            if (read == 0) return;
            var from = (int)Math.Clamp(offset - position, 0, read);
            var until = (int)Math.Min(offset + length - position, read);
            if (from < until) to.Write(buffer, from, until - from);
            position += read;
        }
    }

    public void Dispose()
    {
        Content.Dispose();
        file.Dispose();
    }
}
