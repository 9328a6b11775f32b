using System.Net;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.SignIn;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.Administration;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Web;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>A server with sign-in, a provider for programs, and the women. People have sessions as sign-in begins them.</summary>
public sealed class WalkHouse : IAsyncLifetime
{
    private readonly Dictionary<string, string> tokens = [];
    private readonly Dictionary<string, (string? Token, string Cookies)> forms = [];
    private Her southern = null!;
    private WebServer recorder = null!;
    private RealProvider provider = null!;

    internal WebServer Server { get; private set; } = null!;

    internal Women Women { get; private set; } = null!;

    internal IReadOnlyList<Her> All { get; private set; } = [];

    internal HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Browser.ReasonToSkip is not null || Fixtures.PostgresIsHere.ReasonToSkip is not null) return;
        recorder = await WebServer.CreateAsync();
        var app = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        provider = await RealProvider.StartAsync(app);
        Server = await WebServer.CreateAsync(recorder.House, options: new WebOptions(new Listening(app.Port)) { SignIn = SignInHouse.Settings(provider.Address) });
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Server.Address };
        Women = new Women(recorder.House.House);
        var all = new List<Her>();
        foreach (var kind in Enum.GetValues<HerKind>()) all.Add(await Women.RecordAsync(kind));
        southern = await Women.RecordAsync(HerKind.Sharing, JournalHouse.South);
        All = all;
        await recorder.FoldAsync();
    }

    /// <summary>A sharing agreement of the partnership north.</summary>
    internal async Task<Guid> AgreementAsync() => (await new AdministrationDoor(recorder.House.House, TimeProvider.System).AddAsync(
        new Caller("adm", "Coordination", "VOLUNTARY", Role.Administrator, JournalHouse.North),
        new AgreementTerms(["One agency", "Another agency"], "support", "public task", "none", "DPIA 1", WebServer.Today, WebServer.Today.AddDays(300)), "test", default))!.Value;

    /// <summary>An import of the partnership north, with a row that was refused.</summary>
    internal async Task<Guid> ImportAsync()
    {
        var imports = recorder.House.House.Imports;
        var run = await imports.BeginAsync(WebServer.Coordinator, "test", "rows.csv", "road-fines", KnownMappings.All["road-fines"], default);
        await imports.KeepRejectsAsync(JournalHouse.North, run, "who\nnobody\n"u8.ToArray(), default);
        return run;
    }

    /// <summary>What the walker proves with who they are: a session of their own, or a token.</summary>
    internal async Task<(string Header, string Value)?> ProofAsync(Walker walker)
    {
        if (walker.IsProgram) return ("Authorization", $"Bearer {await TokenAsync(walker)}");
        if (walker.Caller is null) return null;
        var secret = await Server.App.Services.GetRequiredService<Sessions>().BeginAsync(new SessionTicket(walker.Caller, DateTimeOffset.UtcNow, walker.Name, null, "an id_token"), default);
        return ("Cookie", $"{Server.App.Services.GetRequiredService<SessionCookie>().Name}={secret}");
    }

    internal async Task<(Answer Answer, string Body, HttpResponseMessage Whole)> AskAsync(Walker walker, HttpMethod method, string address, Func<string?, HttpContent?> body)
    {
        var proof = await ProofAsync(walker);
        using var request = new HttpRequestMessage(method, address);
        var cookies = proof is { Header: "Cookie" } session ? session.Value : null;
        string? token = null;
        if (method == HttpMethod.Post && cookies is not null) (token, cookies) = await FormTokenAsync(walker, cookies);
        if (cookies is not null) request.Headers.Add("Cookie", cookies);
        else if (proof is { } bearer) request.Headers.Add(bearer.Header, bearer.Value);
        request.Headers.Add("Origin", Server.Address.GetLeftPart(UriPartial.Authority));
        request.Content = body(token);
        var answer = await Client.SendAsync(request);
        return (Read(answer), await answer.Content.ReadAsStringAsync(), answer);
    }

    public async Task DisposeAsync()
    {
        if (Client is null) return;
        Client.Dispose();
        await Server.DisposeAsync();
        await provider.DisposeAsync();
        await recorder.DisposeAsync();
    }

    /// <summary>The token that forms have and the cookie it goes with, once for each walker, from whichever page with a form the session opens.</summary>
    private async Task<(string? Token, string Cookies)> FormTokenAsync(Walker walker, string session)
    {
        if (forms.TryGetValue(walker.Name, out var had)) return (had.Token, had.Cookies.Length == 0 ? session : $"{session}; {had.Cookies}");
        string[] pages = [$"/journeys/{All.Single(h => h.Kind == HerKind.Sharing).Journey}/known-to-me", $"/journeys/{southern.Journey}/known-to-me", "/administration/agreements/add", "/find"];
        foreach (var page in pages)
        {
            if (await FormTokenAsync(session, page) is not { } found) continue;
            forms[walker.Name] = found;
            return (found.Token, $"{session}; {found.Cookies}");
        }

        forms[walker.Name] = (null, "");
        return (null, session);
    }

    private async Task<(string? Token, string Cookies)?> FormTokenAsync(string session, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", session);
        var page = await Client.SendAsync(request);
        if (page.StatusCode != HttpStatusCode.OK) return null;
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        var set = page.Headers.TryGetValues("Set-Cookie", out var given) ? given.Select(c => c.Split(';')[0]) : [];
        return (document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value"), string.Join("; ", set));
    }

    private async Task<string> TokenAsync(Walker walker)
    {
        if (!tokens.TryGetValue(walker.Name, out var token))
            tokens[walker.Name] = token = await provider.TokenAsync(walker.Scopes!, walker.Client, walker.Client == Walkers.Stranger ? "a third secret" : "another secret");
        return token;
    }

    private static Answer Read(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.SeeOther when answer.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal) => Answer.LedToSignIn,
        < HttpStatusCode.BadRequest => Answer.Given,
        HttpStatusCode.Unauthorized => Answer.NotSignedIn,
        HttpStatusCode.Forbidden => Answer.Refused,
        HttpStatusCode.NotFound => Answer.NotFound,
        // A hub asked without a WebSocket says so: it has let the caller in.
        HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed when answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/hubs", StringComparison.Ordinal) => Answer.Given,
        // Nothing was built that could be asked: it has let the caller in.
        HttpStatusCode.Conflict when answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/api/outcomes", StringComparison.Ordinal) => Answer.Given,
        HttpStatusCode.BadRequest => Answer.Malformed,
        < HttpStatusCode.InternalServerError => Answer.Open,
        _ => Answer.Otherwise,
    };
}
