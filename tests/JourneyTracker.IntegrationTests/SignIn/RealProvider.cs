using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>The provider of provider.mjs, in a process of its own.</summary>
public sealed class RealProvider : IAsyncDisposable
{
    public const string Audience = "https://journeys.example/api";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private RealProvider(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="app">The server that people sign in to.</param>
    public static async Task<RealProvider> StartAsync(Uri app)
    {
        var port = FreePort.Take();
        var script = Path.Combine(Browser.Root(), "tests", "JourneyTracker.IntegrationTests", "SignIn", "provider.mjs");
        var start = new ProcessStartInfo("node", [script, $"{port}", app.GetLeftPart(UriPartial.Authority)]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line == "listening") return new RealProvider(process, new Uri($"http://localhost:{port}"));
        }

        throw new InvalidOperationException("The provider did not start: are the npm packages there?");
    }

    /// <summary>A program's token, by client credentials.</summary>
    public async Task<string> TokenAsync(string scope, string client = "ndelius-feed", string secret = "another secret", string resource = Audience)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["scope"] = scope, ["resource"] = resource }),
        };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client)}:{Uri.EscapeDataString(secret)}")));
        var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("access_token", out var token) ? token.GetString()! : throw new InvalidOperationException(body.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }
}
