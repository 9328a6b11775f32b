using System.Text.Json;
using Microsoft.Playwright;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Runs axe-core in a page; it is put in by the debugger's way, so the page's own policy stays as it is.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(Browser.Root(), "node_modules", "axe-core", "axe.min.js")));

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r => r.violations)");
        return [.. found.EnumerateArray().Select(v => $"{v.GetProperty("id")}: {v.GetProperty("nodes")[0].GetProperty("html")}")];
    }
}
