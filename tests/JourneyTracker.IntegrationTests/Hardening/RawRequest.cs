using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>Bytes as no well-behaved client sends them.</summary>
internal static class RawRequest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>The status of the answer; null when the connection was ended without one.</returns>
    public static async Task<int?> SendAsync(Uri server, string text)
    {
        var answer = await AnswerAsync(server, text);
        return answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The whole answer, until the server ends the connection.</summary>
    public static async Task<string> AnswerAsync(Uri server, string text)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port);
        await using var stream = socket.GetStream();
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
            var buffer = new byte[8 << 10];
            using var patience = new CancellationTokenSource(Patience);
            while (await stream.ReadAsync(buffer, patience.Token) is var read and > 0) answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // The server had enough.
        }

        return answer.ToString();
    }
}
