using JourneyTracker.Domain.Access;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Administration;
using JourneyTracker.Journal.Boards;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Today;
using JourneyTracker.Projections.Board;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Api;
using JourneyTracker.Web.Demo;
using JourneyTracker.Web.Finding;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.Importing;
using JourneyTracker.Web.Journeys;
using JourneyTracker.Web.Live;
using JourneyTracker.Web.Outcomes;
using JourneyTracker.Web.Recording;
using JourneyTracker.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Console;

namespace JourneyTracker.Web;

/// <summary>Makes the web server. Without sign-in it listens on loopback only.</summary>
public static class WebHost
{
    private const long LongestRequest = 16 << 20;
    private const int LongestAddress = 8 << 10;
    private const int LongestHeaders = 32 << 10;
    private const int MostHeaders = 64;

    /// <param name="options">How it is to run.</param>
    /// <param name="database">Stays the caller's: to be disposed after the server.</param>
    /// <param name="clock">Says what today is.</param>
    /// <param name="adjust">Changes what stands in the container; for tests.</param>
    public static WebApplication Build(WebOptions options, JourneyDatabase database, TimeProvider clock, Action<IServiceCollection>? adjust = null)
    {
        options.Check();
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
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
            kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            // Beyond what is turned away in words.
            kestrel.Limits.MaxConcurrentConnections = 4L * (options.Bounds.Requests + options.Bounds.Watchers);
            // Who sends more slowly than this holds a place that others need.
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 4 << 10, gracePeriod: TimeSpan.FromSeconds(10));
            Ports.Open(kestrel, options.Listening);
        });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning)
            .AddConsoleFormatter<JsonLog, ConsoleFormatterOptions>().AddConsoleFormatter<PlainLog, ConsoleFormatterOptions>()
            .AddConsole(console => (console.LogToStandardErrorThreshold, console.FormatterName) = (LogLevel.Trace, options.Log.ToString()))
            .AddFilter("JourneyTracker", options.Log == LogFormat.Json ? LogLevel.Information : LogLevel.Warning)
            // It does not know that the keys' store seals them.
            .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error)
            // It warns of every form that no cache may keep it, as we said already.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            // Who starts the server says why it did not start.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        AddServices(builder.Services, options);
        AddJournal(builder.Services, database, clock);
        builder.Services.AddSingleton(_ => new OutcomeDesk(options.Outcomes, new OutcomesDoor(database.Journal, database.AccessLog, clock)));
        builder.Services.AddSingleton(s => new WomenDesk(options.Outcomes, new WomenBehindDoor(database, clock), s.GetRequiredService<IDataProtectionProvider>(), clock));
        AddSignIn(builder.Services, options, database);
        adjust?.Invoke(builder.Services);
        var app = builder.Build();
        Use(app, options);
        Map(app, options);
        return app;
    }

    private static void AddServices(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(new Served(options.Caller?.Partnership)).AddSingleton(options.Listening);
        services.AddSingleton<BoardFanOut>().AddHostedService(s => s.GetRequiredService<BoardFanOut>());
        services.AddSingleton<BoardStream>().AddSingleton<BoardCache>().AddSingleton<SharedBoard>().AddSingleton<BoardPast>().AddSingleton<BoardMemory>().AddSingleton<WallBoard>().AddSingleton<BoardDoor>().AddSingleton<FactViews>().AddSingleton<Readiness>().AddSingleton<FoldingWatch>().AddHostedService(s => s.GetRequiredService<FoldingWatch>()).AddSingleton<FirstCatchUp>();
        services.AddLocalization();
        services.AddRazorPages(pages => pages.Conventions
            .AddPageRoute("/Recording/RecordFact", "/journeys/{id}/facts/{fact}/correct")
            .AddPageRoute("/Recording/RecordCheck", "/journeys/{id}/facts/{fact}/correct/check")
            .Requires("/House/Start", Permission.CountWomen)
            .Requires("/House/Help", Permission.None)
            .Requires("/House/Accessibility", Permission.None)
            .Requires("/House/Cookies", Permission.None)
            .Requires("/Boards/Board", Permission.WatchBoard)
            .Requires("/Boards/BoardCardPage", Permission.WatchBoard)
            .Requires("/Boards/BoardCards", Permission.WatchBoard)
            .Requires("/Boards/BoardDue", Permission.WatchBoard)
            .Requires("/Boards/BoardChanges", Permission.WatchBoard, isPosted: true)
            .Requires("/Boards/BoardHistory", Permission.WatchBoard)
            .Requires("/Boards/BoardKept", Permission.WatchBoard, isPosted: true)
            .Requires("/Boards/BoardWall", Permission.WatchBoard)
            .Requires("/Journeys/Journey", Permission.ReadJourney)
            .Requires("/Journeys/Passport", Permission.RecordFacts)
            .Requires("/Finding/Find", Permission.ReadJourney, isPosted: true)
            .Requires("/Finding/JourneyOpen", Permission.RecordFacts, isPosted: true)
            .Requires("/Finding/Duplicates", Permission.ReadJourney)
            .Requires("/Finding/DataQuality", Permission.ReadJourney)
            .Requires("/Finding/Merge", Permission.RecordFacts, isPosted: true)
            .Requires("/Finding/Unmerge", Permission.RecordFacts, isPosted: true)
            .Requires("/Replaying/Replay", Permission.ReadJourney)
            .Requires("/Replaying/ReplayDifference", Permission.ReadJourney)
            .Requires("/Replaying/ReplaySight", Permission.SeeSight)
            .Requires("/Recalls/Recall", Permission.ConsiderRecall, isPosted: true)
            .Requires("/Recalls/RecallConsider", Permission.ConsiderRecall, isPosted: true)
            .Requires("/Recalls/RecallCountersign", Permission.ConsiderRecall, isPosted: true)
            .Requires("/Recalls/RecallRecord", Permission.ConsiderRecall, isPosted: true)
            .Requires("/Recalls/RecallExplained", Permission.ConsiderRecall, isPosted: true)
            .Requires("/Recalls/RecallLetter", Permission.ConsiderRecall)
            .Requires("/Recalls/GoneWell", Permission.TellGoneWell, isPosted: true)
            .Requires("/Today/Today", Permission.WatchBoard)
            .Requires("/Today/TodayMark", Permission.RecordFacts, isPosted: true)
            .Requires("/Recording/Record", Permission.RecordFacts, isPosted: true)
            .Requires("/Recording/RecordChoose", Permission.RecordFacts)
            .Requires("/Recording/RecordFact", Permission.RecordFacts, isPosted: true)
            .Requires("/Recording/RecordCheck", Permission.RecordFacts, isPosted: true)
            .Requires("/Recording/Withdraw", Permission.RecordFacts, isPosted: true)
            .Requires("/Journeys/KnownToMe", Permission.ReadJourney, isPosted: true)
            .Requires("/Importing/Imports", Permission.Import)
            .Requires("/Importing/ImportAdd", Permission.Import, isPosted: true)
            .Requires("/Importing/ImportDetail", Permission.Import, isPosted: true)
            .Requires("/Administering/Administration", Permission.SeeAdministration)
            .Requires("/Administering/AdministrationCodes", Permission.SeeAdministration)
            .Requires("/Administering/AdministrationRules", Permission.SeeAdministration)
            .Requires("/Administering/AgreementAdd", Permission.Administer, isPosted: true)
            .Requires("/Administering/AgreementEnd", Permission.Administer, isPosted: true)
            .Requires("/Outcomes/OutcomesHome", Permission.CountWomen)
            .Requires("/Outcomes/OutcomeMeasures", Permission.CountWomen)
            .Requires("/Outcomes/OutcomeQuestion", Permission.CountWomen)
            .Requires("/Outcomes/OutcomeWomen", Permission.ReadJourney)
            .RequiresFreshSignIn("/Journeys/Emergency", Permission.OpenInEmergency)
            .Requires("/House/Problem", Permission.None)
            .ForSignIn(options.SignIn is not null));
        services.AddSignalR(hub =>
        {
            hub.AddFilter<HubGate>();
            hub.AddFilter<HubBounds>();
            if (options.SignIn is not null) hub.AddFilter<HubSessions>();
            hub.MaximumReceiveMessageSize = 4 << 10;
        }).AddJsonProtocol(json => json.PayloadSerializerOptions = ApiJson.Options);
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddAntiforgery(forgery =>
        {
            (forgery.Cookie.Name, forgery.Cookie.SecurePolicy) = options.Listening.IsSecure ? ("__Host-journey-form", CookieSecurePolicy.Always) : ("journey-form", CookieSecurePolicy.None);
            (forgery.Cookie.Path, forgery.SuppressXFrameOptionsHeader) = ("/", true);
        });
        // Our own forms have a few short fields.
        services.Configure<FormOptions>(form => (form.ValueCountLimit, form.KeyLengthLimit, form.ValueLengthLimit, form.MultipartBodyLengthLimit) = (32, 256, 64 << 10, 256 << 10));
        services.AddSingleton(options.Bounds).AddSingleton<HubBounds>();
        services.AddRateLimiter(limiter => RequestBounds.Apply(limiter, options.Bounds, options.SignIn is not null));
    }

    private static void AddSignIn(IServiceCollection services, WebOptions options, JourneyDatabase database)
    {
        if (options.SignIn is { } settings)
        {
            SignInServices.Add(services, settings, options.Listening.IsSecure);
            SignInServices.Keep(services, database);
            return;
        }

        if (options.Personas is { } personas) services.AddSingleton(new PersonaPicker(personas)).AddSingleton<ICallerSource>(s => s.GetRequiredService<PersonaPicker>());
        else services.AddSingleton<ICallerSource>(s => new OneCaller(options.Caller!, s.GetRequiredService<Served>()));
        // No cookie and no form is signed here: keys written to somebody's home folder would only be a secret to lose.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    private static void AddJournal(IServiceCollection services, JourneyDatabase database, TimeProvider clock)
    {
        services.AddSingleton(clock).AddSingleton(database.Vault).AddSingleton(database.AccessLog).AddSingleton<IHiddenJourneys>(database.Access);
        services.AddSingleton<IBoardFeed>(_ => new BoardFeed(database.Sources)).AddSingleton(new FoldingHealth(database.Sources)).AddSingleton(new BoardCounts(database.Sources)).AddSingleton(new PersonalBoard(database.Sources));
        var reading = new ReadingDoor(database.Journal, database.Sealing, database.Vault, database.AccessLog, database.Access, clock, new StageTables(database.Sources));
        var recording = new RecordingDoor(database.Journal, database.Vault, database.AccessLog, database.Access, clock);
        services.AddSingleton(reading).AddSingleton(recording);
        services.AddSingleton(new RecallDoor(reading, recording, database.Sources, database.AccessLog, clock)).AddSingleton(new GoneWellDoor(reading, recording, database.Sources, clock));
        services.AddSingleton(s => new ProposingDoor(s.GetRequiredService<ReadingDoor>(), s.GetRequiredService<RecordingDoor>(), clock)).AddSingleton(new DraftDoor(database, clock)).AddSingleton<FactForms>().AddSingleton<FactDetails>();
        services.AddSingleton(new OwnAccessDoor(database.Journal, database.AccessLog, database.Access, clock));
        services.AddSingleton(new SightDoor(database.Sources, database.Journal, database.Sealing, database.AccessLog, clock));
        services.AddSingleton(new AdministrationDoor(database, clock));
        services.AddSingleton(new MergingDoor(database.Journal, database.Vault, database.AccessLog, database.Access, clock));
        services.AddSingleton(new FindingsDoor(database, clock));
        services.AddSingleton(new ImportsDoor(database, clock)).AddSingleton(s => new ImportQueue(database, clock, s.GetRequiredService<ILogger<ImportQueue>>())).AddHostedService(s => s.GetRequiredService<ImportQueue>());
        services.AddSingleton(new FindingDoor(database, clock)).AddSingleton<SealedSearches>();
        services.AddSingleton(new TodayDoor(database, clock));
        services.AddSingleton(new IdentifyingDoor(database.Vault, database.AccessLog, database.Access, clock));
    }

    private static void Use(WebApplication app, WebOptions options)
    {
        if (options.Listening.Proxies.Count > 0) app.UseForwardedHeaders(TrustedProxies.Of(options.Listening));
        app.Use(SecurityHeaders.Add);
        if (options.SignIn is null) app.UseMiddleware<OwnMachineOnly>();
        else app.UseMiddleware<OpenToOthers>();
        app.UseMiddleware<Answers>();
        app.UseWebSockets();
        app.UseRouting();
        if (options.SignIn is not null) app.UseMiddleware<AddressRate>().UseMiddleware<WhoAsks>();
        app.UseRateLimiter();
        app.UseMiddleware<Gate>();
    }

    private static void Map(WebApplication app, WebOptions options)
    {
        app.MapRazorPages();
        app.MapHub<BoardHub>(BoardHub.Path, hub => hub.Transports = HttpTransportType.WebSockets).WithMetadata(new RequiresAttribute(Permission.WatchBoard));
        app.MapGet("/assets/{hash}/{name}", Assets.Serve).WithMetadata(new RequiresAttribute(Permission.None));
        JourneysApi.Map(app);
        FactsApi.Map(app);
        IdentityApi.Map(app);
        StagesApi.Map(app);
        OutcomesApi.Map(app);
        DescriptionApi.Map(app);
        RejectsDownload.Map(app);
        Health.Map(app);
        if (options.SignIn is not null) SignInEndpoints.Map(app);
        if (options.Personas is not null) PersonaPicker.Map(app);
    }
}
