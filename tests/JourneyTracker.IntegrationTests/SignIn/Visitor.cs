using System.Net;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A browser's cookies and redirects, one step at a time.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient http;
    private readonly Uri server;

    public Visitor(Uri server)
    {
        this.server = server;
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies });
    }

    public CookieContainer Cookies { get; } = new();

    public string? Session => Cookies.GetCookies(server)["journey"]?.Value;

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(server, path));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>From the start to the address to which the provider sends the browser back.</summary>
    public async Task<Uri> ToCallbackAsync(string start = "/sign-in/start?return=/board")
    {
        var led = await GetAsync(start);
        led.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var back = await http.GetAsync(led.Headers.Location);
        return back.Headers.Location!;
    }

    public async Task<HttpResponseMessage> SignInAsync(string start = "/sign-in/start?return=/board") => await http.GetAsync(await ToCallbackAsync(start));

    public async Task<HttpStatusCode> CountAsync() => (await GetAsync("/api/stages")).StatusCode;

    public void Dispose() => http.Dispose();
}
