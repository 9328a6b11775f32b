using JourneyTracker.Domain.Access;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Projections.Board;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Api;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.Journeys;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Console;

namespace JourneyTracker.Web;

/// <summary>How a server is to run.</summary>
/// <param name="Caller">Who everybody is that asks, until sign-in is there; the partnership served is this caller's.</param>
/// <param name="Port">On loopback, always; 0 takes a free one.</param>
public sealed record WebOptions(Caller Caller, int Port = 5080)
{
    /// <summary>How much it takes on at once.</summary>
    public ServerBounds Bounds { get; init; } = ServerBounds.Usual;

    /// <summary>How the log is written, to standard error.</summary>
    public LogFormat Log { get; init; }
}

/// <summary>Makes the web server. It listens on loopback only.</summary>
public static class WebHost
{
    private const long LongestRequest = 16 << 20;

    /// <param name="options">How it is to run.</param>
    /// <param name="database">Stays the caller's: to be disposed after the server.</param>
    /// <param name="clock">Says what today is.</param>
    /// <param name="adjust">Changes what stands in the container; for tests.</param>
    public static WebApplication Build(WebOptions options, JourneyDatabase database, TimeProvider clock, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestRequest;
            // Beyond what is turned away in words.
            kestrel.Limits.MaxConcurrentConnections = 4L * (options.Bounds.Requests + options.Bounds.Watchers);
            // Who sends more slowly than this holds a place that others need.
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 4 << 10, gracePeriod: TimeSpan.FromSeconds(10));
            if (options.Port == 0) kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            else kestrel.ListenLocalhost(options.Port);
        });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning)
            .AddConsoleFormatter<JsonLog, ConsoleFormatterOptions>().AddConsoleFormatter<PlainLog, ConsoleFormatterOptions>()
            .AddConsole(console => (console.LogToStandardErrorThreshold, console.FormatterName) = (LogLevel.Trace, options.Log.ToString()))
            .AddFilter("JourneyTracker", options.Log == LogFormat.Json ? LogLevel.Information : LogLevel.Warning)
            // Who starts the server says why it did not start.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        AddServices(builder.Services, options);
        AddJournal(builder.Services, database, clock);
        adjust?.Invoke(builder.Services);
        var app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(new Served(options.Caller.Partnership));
        services.AddSingleton<ICallerSource>(s => new OneCaller(options.Caller, s.GetRequiredService<Served>()));
        services.AddSingleton<BoardFanOut>().AddHostedService(s => s.GetRequiredService<BoardFanOut>());
        services.AddSingleton<BoardStream>().AddSingleton<BoardCache>().AddSingleton<SharedBoard>().AddSingleton<BoardDoor>().AddSingleton<FactViews>().AddSingleton<Readiness>().AddSingleton<FoldingWatch>().AddHostedService(s => s.GetRequiredService<FoldingWatch>()).AddSingleton<FirstCatchUp>();
        services.AddRazorPages(pages => pages.Conventions
            .AddPageRoute("/Board", "/")
            .Requires("/Board", Permission.WatchBoard)
            .Requires("/BoardCardPage", Permission.WatchBoard)
            .Requires("/Journey", Permission.ReadJourney)
            .Requires("/Problem", Permission.None));
        services.AddSignalR(hub =>
        {
            hub.AddFilter<HubGate>();
            hub.AddFilter<HubBounds>();
            hub.MaximumReceiveMessageSize = 4 << 10;
        }).AddJsonProtocol(json => json.PayloadSerializerOptions = ApiJson.Options);
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddSingleton(options.Bounds).AddSingleton<HubBounds>();
        services.AddRateLimiter(limiter => RequestBounds.Apply(limiter, options.Bounds));
        // No cookie and no form is signed here yet: keys written to somebody's home folder would only be a secret to lose.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    private static void AddJournal(IServiceCollection services, JourneyDatabase database, TimeProvider clock)
    {
        services.AddSingleton(clock).AddSingleton(database.Vault).AddSingleton(database.AccessLog).AddSingleton<IHiddenJourneys>(database.Access);
        services.AddSingleton<IBoardFeed>(_ => new BoardFeed(database.Sources)).AddSingleton(new FoldingHealth(database.Sources));
        services.AddSingleton(new ReadingDoor(database.Journal, database.Sealing, database.Vault, database.AccessLog, clock, new StageTables(database.Sources)));
        services.AddSingleton(new RecordingDoor(database.Journal, database.Vault, database.AccessLog, database.Access, clock));
        services.AddSingleton(new IdentifyingDoor(database.Vault, database.AccessLog, database.Access, clock));
    }

    private static void Use(WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.UseMiddleware<OwnMachineOnly>();
        app.UseMiddleware<Answers>();
        app.UseWebSockets();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<Gate>();
    }

    private static void Map(WebApplication app)
    {
        app.MapRazorPages();
        app.MapHub<BoardHub>(BoardHub.Path, hub => hub.Transports = HttpTransportType.WebSockets).WithMetadata(new RequiresAttribute(Permission.WatchBoard));
        app.MapGet("/assets/{hash}/{name}", Assets.Serve).WithMetadata(new RequiresAttribute(Permission.None));
        JourneysApi.Map(app);
        FactsApi.Map(app);
        IdentityApi.Map(app);
        StagesApi.Map(app);
        DescriptionApi.Map(app);
        Health.Map(app);
    }
}
