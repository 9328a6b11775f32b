using System.Buffers;
using System.IO.Pipelines;

namespace JourneyTracker.Web.Api;

/// <summary>Cuts a request into lines. A byte order mark, carriage returns and empty lines are left out; line numbers count every line.</summary>
internal static class NdjsonLines
{
    public const int LongestLine = 256 << 10;

    /// <exception cref="BadHttpRequestException">A line, or the request, is too long.</exception>
    public static async Task<IReadOnlyList<(int Number, byte[] Line)>> ReadAsync(PipeReader reader, int most, CancellationToken ct)
    {
        var lines = new List<(int Number, byte[] Line)>();
        var number = 0;
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var rest = read.Buffer;
            try
            {
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    Take(rest.Slice(0, end));
                    rest = rest.Slice(rest.GetPosition(1, end));
                }

                Check(rest.Length);
                if (!read.IsCompleted) continue;
                Take(rest);
                rest = rest.Slice(rest.End);
                return lines;
            }
            finally
            {
                reader.AdvanceTo(rest.Start, read.Buffer.End);
            }
        }

        void Take(ReadOnlySequence<byte> bytes)
        {
            number++;
            Check(bytes.Length);
            ReadOnlySpan<byte> line = bytes.ToArray();
            if (number == 1 && line.StartsWith("\uFEFF"u8)) line = line[3..];
            line = line.Trim(" \t\r"u8);
            if (line.IsEmpty) return;
            lines.Add((number, line.ToArray()));
            if (lines.Count > most) throw TooLarge($"More than {most} facts at once.");
        }

        void Check(long length)
        {
            if (length > LongestLine) throw TooLarge($"Line {number} is longer than {LongestLine >> 10} KiB.");
        }
    }

    private static BadHttpRequestException TooLarge(string what) => new(what, StatusCodes.Status413PayloadTooLarge);
}
