using System.IO.Compression;
using System.Net;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.SignIn;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Outcomes.National;
using JourneyTracker.Web;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace JourneyTracker.IntegrationTests.Screens;

/// <summary>The servers that the screens are of, the women on them, and one browser window for each width.</summary>
public sealed class ScreenHouse : IAsyncLifetime
{
    private static readonly Uri NobodyThere = new("http://127.0.0.1:9/");
    private readonly Dictionary<Place, WebServer> servers = [];
    private readonly Dictionary<int, IPage> windows = [];
    private readonly Dictionary<string, long> weights = [];
    private readonly Browser browser = new();
    private readonly string outcomes = Directory.CreateTempSubdirectory("journey-outcomes-").FullName;

    internal ScreenWomen Women { get; private set; } = null!;

    /// <summary>What the window that was opened last complained of.</summary>
    internal List<string> Complaints { get; } = [];

    internal WebServer this[Place place] => servers[place];

    public async Task InitializeAsync()
    {
        if (Browser.ReasonToSkip is not null || PostgresIsHere.ReasonToSkip is not null) return;
        await browser.InitializeAsync();
        var clock = new SettableClock(DateTimeOffset.UtcNow);
        var server = servers[Place.Partnership] = await WebServer.CreateAsync(adjust: As(JournalHouse.North), options: new WebOptions(WebServer.Coordinator, 0) { Outcomes = outcomes }, clock: clock);
        servers[Place.Empty] = await WebServer.CreateAsync(server.House, As(JournalHouse.South), options: new WebOptions(WebServer.Coordinator with { Partnership = JournalHouse.South }, 0));
        servers[Place.SignIn] = await WebServer.CreateAsync(server.House, options: new WebOptions(new Listening(FreePort.Take()) { Address = IPAddress.Loopback }) { SignIn = SignInHouse.Settings(NobodyThere) });
        Women = await ScreenWomen.RecordAsync(server, clock);
        await CountedWomen.BuildAsync(server, outcomes);
        new ImportedFiles(outcomes, JournalHouse.North.Name).Put([new NationalSeries("Made up", "M02", "arrests", "Nobody", "None", "https://example.org", new(2026, 1, 1), "none", false, "made up", new(2026, 1, 1), [new("E23000029", "", new(2020, 1, 1), new(2020, 12, 31), 7, null, null, "")])]);
    }

    /// <summary>The screen as it stands when everything was done to come to it.</summary>
    internal async Task<IPage> OpenAsync(Screen screen, int width)
    {
        if (!windows.TryGetValue(width, out var window)) window = windows[width] = await browser.OpenAsync(servers[Place.Partnership].Address, "/help", width, complaints: Complaints);
        var server = servers[screen.On].Address;
        await window.Context.AddCookiesAsync([new() { Name = People.Cookie, Value = screen.As, Url = server.ToString() }]);
        if (screen.Before is { } before) await before(Women);
        Complaints.Clear();
        await window.GotoAsync(new Uri(server, screen.At?.Invoke(Women) ?? screen.Page).ToString());
        if (screen.Reach is { } reach) await reach(window);
        return window;
    }

    /// <summary>How much script and style the page that is open has, compressed, in KiB.</summary>
    internal async Task<double> WeightAsync(IPage page)
    {
        var sum = 0L;
        foreach (var address in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(e => e.href || e.src)"))
        {
            if (!weights.TryGetValue(address, out var size)) weights[address] = size = Compressed(await servers[Place.Partnership].Client.GetByteArrayAsync(new Uri(address).AbsolutePath));
            sum += size;
        }

        return sum / 1024.0;
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        // The one that folds goes last.
        foreach (var place in new[] { Place.SignIn, Place.Empty, Place.Partnership })
            if (servers.TryGetValue(place, out var server)) await server.DisposeAsync();
        Directory.Delete(outcomes, recursive: true);
    }

    private static Action<IServiceCollection> As(Partnership partnership) => services => services.AddSingleton<ICallerSource>(new People(partnership));

    private static long Compressed(byte[] body)
    {
        using var into = new MemoryStream();
        using (var zip = new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(body);
        return into.Length;
    }
}
