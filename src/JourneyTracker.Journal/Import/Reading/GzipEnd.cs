using System.Buffers.Binary;
using System.IO.Compression;

namespace JourneyTracker.Journal.Import.Reading;

/// <summary>
/// Tells whether a gzip file is whole. GZipStream ends quietly where a file was cut, which would pass for a shorter source; the last eight bytes
/// hold the CRC and the length of what the last member unpacks to.
/// </summary>
internal static class GzipEnd
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var value = (uint)n;
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    })];

    /// <param name="path">The file.</param>
    /// <param name="unpacked">How many bytes it unpacked to.</param>
    public static bool IsWhole(string path, long unpacked)
    {
        using var file = File.OpenRead(path);
        if (file.Length < 18) return false;
        Span<byte> trailer = stackalloc byte[8];
        file.Seek(-8, SeekOrigin.End);
        file.ReadExactly(trailer);
        var (crc, length) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
        return (uint)unpacked == length || (length <= unpacked && EndsInMember(file, unpacked - length, crc));
    }

    /// <summary>Files of several members: the last one must unpack to the last bytes.</summary>
    private static bool EndsInMember(FileStream file, long start, uint expected)
    {
        file.Position = 0;
        using var content = new GZipStream(file, CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        var crc = uint.MaxValue;
        for (var (position, read) = (0L, content.Read(buffer)); read > 0; position += read, read = content.Read(buffer))
        {
            foreach (var b in buffer.AsSpan((int)Math.Clamp(start - position, 0, read), read - (int)Math.Clamp(start - position, 0, read)))
                crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return ~crc == expected;
    }
}
