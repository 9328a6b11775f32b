using System.Buffers;
using System.IO.Pipelines;

namespace JourneyTracker.Web.Api;

/// <summary>What was sent, when it is one document.</summary>
internal static class RequestBody
{
    /// <summary>Without a byte order mark; null when it is longer than a fact may be: then no more of it is kept.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(PipeReader reader, CancellationToken ct)
    {
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var isTooLong = read.Buffer.Length > NdjsonLines.LongestLine;
            var body = read.IsCompleted && !isTooLong ? read.Buffer.ToArray() : null;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (isTooLong) return null;
            if (body is not null) return body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsMemory(3) : body;
        }
    }
}
