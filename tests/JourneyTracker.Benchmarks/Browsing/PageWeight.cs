using System.IO.Compression;
using Microsoft.Playwright;

namespace JourneyTracker.Benchmarks.Browsing;

/// <summary>How much script and style a page brings, compressed.</summary>
internal sealed class PageWeight(Uri server)
{
    private static readonly string[] Places = ["/", "/board", "/board/wall", "/board/history", "/today", "/find", "/duplicates", "/data-quality", "/record", "/imports", "/imports/add", "/administration", "/help"];
    private readonly Dictionary<string, long> known = [];

    /// <summary>Of every place that can be named without a woman, and of a woman's own pages, the heaviest.</summary>
    public async Task<(string Page, double KiB, int Pages)> HeaviestAsync(IPage page, string journey)
    {
        string[] all = [.. Places, journey, $"{journey}/record", $"{journey}/record/contact.v1", $"{journey}/replay", $"{journey}/merge"];
        var found = new List<(string Page, double KiB)>();
        foreach (var path in all)
        {
            await page.GotoAsync(new Uri(server, path).ToString());
            found.Add((path, await OfAsync(page)));
        }

        var heaviest = found.MaxBy(f => f.KiB);
        return (heaviest.Page.StartsWith(journey, StringComparison.Ordinal) ? heaviest.Page.Replace(journey, "/journeys/{id}", StringComparison.Ordinal) : heaviest.Page, heaviest.KiB, all.Length);
    }

    private async Task<double> OfAsync(IPage page)
    {
        var sum = 0L;
        foreach (var address in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(e => e.href || e.src)"))
        {
            if (!known.TryGetValue(address, out var size)) known[address] = size = Compressed(await (await page.Context.APIRequest.GetAsync(address)).BodyAsync());
            sum += size;
        }

        return sum / 1024.0;
    }

    private static long Compressed(byte[] body)
    {
        using var into = new MemoryStream();
        using (var zip = new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(body);
        return into.Length;
    }
}
