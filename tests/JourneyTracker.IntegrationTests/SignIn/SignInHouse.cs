using System.Net;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.SignIn;
using Microsoft.AspNetCore.Builder;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A server with sign-in over a journal of its own, a real provider beside it, and a server without sign-in that records for the tests.</summary>
public sealed class SignInHouse : IAsyncLifetime
{
    public SettableClock Clock { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>Without sign-in, on the same journal: records and folds.</summary>
    public WebServer Recorder { get; private set; } = null!;

    public WebServer Server { get; private set; } = null!;

    public RealProvider Provider { get; private set; } = null!;

    public static SignInSettings Settings(Uri authority, string secret = "a secret of the tests") => new(
        authority, "journeytracker", secret, new PersonClaims(
            Claim("preferred_username"), Claim("agency"), Claim("agency_type"),
            new ClaimValue("groups", null, [new("wsa-coordinators", "coordinator"), new("keyworkers", "practitioner"), new("auditors", "auditor")]),
            Claim("partnership"), Claim("family_name"), Claim("women")))
    {
        Scopes = ["openid", "journeytracker"],
        WhomToAsk = "the desk at North, 0161 496 0000",
        Api = new ApiSettings(RealProvider.Audience, new Dictionary<string, ProgramCaller>
        {
            ["ndelius-feed"] = new(new Caller("ndelius-feed", "North probation", "PROBATION", Role.Practitioner, JournalHouse.North)),
        }),
    };

    public async Task InitializeAsync()
    {
        Recorder = await WebServer.CreateAsync();
        var app = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        Provider = await RealProvider.StartAsync(app);
        Server = await NodeAsync(app.Port);
    }

    /// <summary>A server on the same journal, that people sign in to.</summary>
    public Task<WebServer> NodeAsync(int port) => WebServer.CreateAsync(
        Recorder.House, add: Add, options: new WebOptions(new Listening(port) { Address = IPAddress.Loopback }) { SignIn = Settings(Provider.Address) }, clock: Clock);

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Provider.DisposeAsync();
        await Recorder.DisposeAsync();
    }

    /// <summary>What break-glass will be: for whoever proved a moment ago who they are.</summary>
    private static void Add(WebApplication app) =>
        app.MapGet("/anew", () => "proved").WithMetadata(new RequiresAttribute(Permission.WatchBoard), new RequiresFreshSignInAttribute());

    private static ClaimValue Claim(string name) => new(name, null, null);
}
