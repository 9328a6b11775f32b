using System.Net;
using System.Text;
using System.Web;
using AngleSharp.Html.Parser;
using JourneyTracker.IntegrationTests.Operating;
using JourneyTracker.IntegrationTests.SignIn;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web;
using JourneyTracker.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>Whoever reads the log of a server that people and programs sign in to can sign in as nobody: no secret, token, code or cookie is in it, at any level.</summary>
public sealed class SecretLogTests
{
    private const string Secret = "a secret of the tests";

    [BrowserFact]
    public async Task No_secret_token_code_or_cookie_is_in_the_log_of_a_server_that_people_sign_in_to()
    {
        using var sink = new Sink();
        await using var recorder = await WebServer.CreateAsync();
        var app = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        await using var provider = await RealProvider.StartAsync(app);
        await using var server = await WebServer.CreateAsync(recorder.House, Logged(sink), options: new WebOptions(new Listening(app.Port)) { SignIn = SignInHouse.Settings(provider.Address) });
        var journey = await recorder.OpenAsync("E23000007");

        var cookies = new CookieContainer();
        using var person = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies });
        var callback = await ToCallbackAsync(person, app, provider.Address);
        (await person.GetAsync(callback)).StatusCode.Should().Be(HttpStatusCode.Redirect, string.Join('\n', sink.Log.Where(l => l.Contains("refused", StringComparison.Ordinal))));
        var session = cookies.GetCookies(app)["journey"]!.Value;
        (await person.GetAsync(new Uri(app, $"/journeys/{journey}"))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await person.GetAsync(callback)).StatusCode.Should().Be(HttpStatusCode.Forbidden, "a code is good once");

        var token = await provider.TokenAsync("journeys.read counts.read");
        var forged = token[..^8] + "AAAAAAAA";
        using var program = new HttpClient { BaseAddress = app };
        foreach (var (sent, expected) in new[] { (token, HttpStatusCode.OK), (forged, HttpStatusCode.Unauthorized) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/journeys/{journey}");
            request.Headers.Authorization = new("Bearer", sent);
            (await program.SendAsync(request)).StatusCode.Should().Be(expected);
        }

        using var leaving = new HttpRequestMessage(HttpMethod.Post, new Uri(app, "/sign-out"));
        leaving.Headers.Add("Origin", app.GetLeftPart(UriPartial.Authority));
        var left = await person.SendAsync(leaving);
        left.Headers.GetValues("Clear-Site-Data").Should().Equal("\"cache\", \"storage\"");
        var goodbye = await left.Content.ReadAsStringAsync();
        var idToken = HttpUtility.ParseQueryString(new Uri(new HtmlParser().ParseDocument(goodbye).QuerySelector("main a[href*=id_token_hint]")!.GetAttribute("href")!).Query)["id_token_hint"]!;
        using var thief = SignedInServer.ClientOf(server);
        (await thief.AskAsync("/api/stages", null, ("Cookie", $"journey={session}"))).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "a session that was signed out is over");
        await server.House.DamageAsync("alter table journeys.session rename to gone");
        ((int)(await thief.AskAsync("/api/stages", null, ("Cookie", $"journey={session}"))).StatusCode).Should().BeGreaterThanOrEqualTo(500);

        var query = HttpUtility.ParseQueryString(callback.Query);
        var masterKey = (await File.ReadAllTextAsync(Path.Combine(recorder.House.SecretsFolder, "master.key"))).Trim();
        string[] secrets =
        [
            Secret, Uri.EscapeDataString(Secret), Convert.ToBase64String(Encoding.UTF8.GetBytes($"journeytracker:{Uri.EscapeDataString(Secret)}")), session, query["code"]!, query["state"]!,
            .. token.Split('.').Skip(1), forged.Split('.')[2], .. idToken.Split('.').Skip(1), masterKey, .. cookies.GetAllCookies().Select(c => c.Value).Where(v => v.Length > 15),
        ];
        secrets.Should().HaveCountGreaterThan(12).And.OnlyContain(s => s.Length > 15);
        sink.Log.Should().HaveCountGreaterThan(100).And.Contain(l => l.Contains("sign-in-refused", StringComparison.Ordinal)).And.Contain(l => l.Contains("token-refused", StringComparison.Ordinal)).And.Contain(l => l.Contains("request-failed", StringComparison.Ordinal));
        var all = string.Join('\n', sink.Everything);
        secrets.SelectMany(s => sink.Everything.Where(line => line.Contains(s, StringComparison.Ordinal))).Should().BeEmpty();
    }

    /// <summary>Through the provider's form to the address to which it sends the browser back.</summary>
    private static async Task<Uri> ToCallbackAsync(HttpClient person, Uri app, Uri provider)
    {
        var at = new Uri(app, "/sign-in/start?return=/board");
        for (var step = 0; step < 12; step++)
        {
            var answer = await person.GetAsync(at);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                var form = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("form")!;
                answer = await person.PostAsync(new Uri(at, form.GetAttribute("action")), new FormUrlEncodedContent([new("prompt", "login"), new("login", "ada"), new("password", "any")]));
            }

            at = new Uri(at, answer.Headers.Location!);
            if (at.Authority == app.Authority && at.AbsolutePath == "/sign-in/callback") return at;
        }

        throw new InvalidOperationException($"The provider at {provider} did not send the browser back.");
    }

    private static Action<IServiceCollection> Logged(Sink sink) => services => services
        .AddSingleton<ILoggerProvider>(sink).Configure<LoggerFilterOptions>(o => (o.MinLevel, o.CaptureScopes) = (LogLevel.Trace, true)).PostConfigure<LoggerFilterOptions>(o => o.Rules.Clear());
}
