using Microsoft.Playwright;
using Xunit.Sdk;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>A test in a real browser. Without Chromium it is skipped on a laptop and fails where CI=true.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Fixtures.PostgresIsHere.ReasonToSkip ?? Browser.ReasonToSkip;
}

/// <summary>Chromium, started once for a class of tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public static string? ReasonToSkip { get; } =
        Array.Exists(Places, File.Exists) || Environment.GetEnvironmentVariable("CI") == "true" ? null : "No Chromium on this machine; ./journey test gets it.";

    public async Task InitializeAsync()
    {
        if (ReasonToSkip is not null) return;
        var place = Array.Find(Places, File.Exists) ?? throw new XunitException("Chromium is missing: on Debian, apt-get install chromium.");
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = place, Args = Flags });
    }

    /// <summary>A new window of a new person; whatever a page reports as wrong goes into <paramref name="complaints"/>.</summary>
    public async Task<IPage> OpenAsync(Uri address, string path, int width = 1280, bool script = true, List<string>? complaints = null)
    {
        var person = await chromium!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, JavaScriptEnabled = script });
        var page = await person.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints?.Add(message.Text);
        };
        page.PageError += (_, error) => complaints?.Add(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host != address.Host) complaints?.Add($"asks elsewhere: {request.Url}");
        };
        await page.GotoAsync(new Uri(address, path).ToString());
        return page;
    }

    /// <summary>Keeps a picture for somebody to look at, when JOURNEY_PICTURES names a folder: <c>./journey test</c> names artifacts/screens.</summary>
    public static async Task KeepAsync(IPage page, string path, int width)
    {
        if (Environment.GetEnvironmentVariable("JOURNEY_PICTURES") is not { Length: > 0 } folder) return;
        var name = string.Concat(path.Where(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-')).Replace('/', '-').Trim('-');
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
    }

    /// <summary>The folder of the repository.</summary>
    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "JourneyTracker.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
