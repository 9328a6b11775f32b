using System.Diagnostics;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Benchmarks.Processes;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using Microsoft.Playwright;

namespace JourneyTracker.Benchmarks.Browsing;

/// <summary>A board of 5,000 women in Chromium: how long a filter takes, and whether movements that come in hold the page up, as Chromium itself reports long tasks.</summary>
internal static class BoardBench
{
    private const int Women = 5_000;
    private const int PerSecond = 50;
    private const int Filters = 60;
    private const string CountOfRemanded = "Number(document.querySelector('.column[data-stage=remanded]').dataset.count)";
    private static readonly Partnership Partnership = new("board");
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static Bench Bench { get; } = new("board", "a board of 5,000 women in Chromium: filtering, movements that come in, and what pages weigh", RunAsync);

    private static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var database = await run.House.FreshAsync("board", ct);
        await database.Partnerships.AddAsync(Partnership, "Board", simulated: false, ct);
        var women = await ManyWomen.RecordAsync(database.Journal, Partnership, Women, ct);
        await using var server = JourneyProcess.Start(run.House.CommandLine("board"), "serve", "--port", "0", "--partnership", Partnership.Name);
        var address = await server.AddressAsync(ct);

        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags });
        var person = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await person.NewPageAsync();
        await DrawnAsync(page, new Uri(address, "/board"), ct);
        await UntilAsync(page, $"document.querySelectorAll('.card').length === {Women}", ct);
        await UntilAsync(page, "document.getElementById('connection').dataset.state === 'on'", ct);

        var filtered = await page.EvaluateAsync<double[]>($$"""
            async () => {
              const box = document.getElementById('find-text'), times = []
              for (let n = 0; n < {{Filters}}; n++) {
                await new Promise(resolve => setTimeout(resolve, 20))
                const begun = performance.now()
                box.value = 'w-' + (n % 3 === 2 ? '' : 'abcdefgh23456789'[n % 16])
                box.dispatchEvent(new Event('input'))
                document.querySelector('.columns').getBoundingClientRect()
                times.push(performance.now() - begun)
              }
              box.value = ''
              box.dispatchEvent(new Event('input'))
              return times
            }
            """);
        var before = await page.EvaluateAsync<int>(CountOfRemanded);
        await page.EvaluateAsync("window.long = []; new PerformanceObserver(l => l.getEntries().forEach(e => window.long.push(e.duration))).observe({ entryTypes: ['longtask'] })");
        var moved = await MoveAsync(database.Journal, women, run.Options.Seconds * run.Options.Turns, ct);
        await UntilAsync(page, $"{CountOfRemanded} === {before + moved}", ct);
        var tasks = await page.EvaluateAsync<double[]>("window.long");
        var (heaviest, weight, pages) = await new PageWeight(address).HeaviestAsync(await person.NewPageAsync(), $"/journeys/{women[0]}");

        run.Add(new Measurement("board: filter in the browser p50", "ms", Statistics.Quantile([.. filtered], 0.5), null, null, $"{Women:N0} women, all their cards on the page; {filtered.Length} filters, each from the key to the layout"));
        run.Add(new Measurement("board: filter in the browser p95", "ms", Statistics.Quantile([.. filtered], 0.95), null, Budget.AtMost(100), "the same"));
        run.Add(new Measurement("board: longest task while movements come", "ms", tasks.DefaultIfEmpty(0).Max(), null, Budget.AtMost(200), $"{moved:N0} movements at {PerSecond}/s, every one on the page; tasks of more than 50 ms as Chromium reports them: {tasks.Length}; the server and the writer share its processors"));
        run.Add(new Measurement("pages: script and style of the heaviest, compressed", "KiB", weight, null, Budget.AtMost(150), $"{heaviest}, of {pages} pages"));
    }

    /// <summary>The board, as soon as everybody has been folded.</summary>
    private static async Task DrawnAsync(IPage page, Uri board, CancellationToken ct)
    {
        for (var patience = 0; patience < 120; patience++)
        {
            await page.GotoAsync(board.ToString());
            if (await page.EvaluateAsync<bool>($"document.getElementById('women').textContent.replaceAll(',', '') === '{Women}'")) return;
            await Task.Delay(500, ct);
        }

        throw new TimeoutException("The board never had everybody.");
    }

    /// <returns>How many women were moved.</returns>
    private static async Task<int> MoveAsync(IJournal journal, IReadOnlyList<JourneyId> women, int seconds, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        var moved = 0;
        // Those before any court come first: a remand moves each of them.
        for (; moved < Math.Min(PerSecond * seconds, women.Count / 4); moved++)
        {
            var due = TimeSpan.FromSeconds((double)moved / PerSecond) - Stopwatch.GetElapsedTime(begun);
            if (due > TimeSpan.Zero) await Task.Delay(due, ct);
            var outcome = await journal.AppendAsync(ManyWomen.Remand(Partnership, women[moved]), ct);
            if (outcome is AppendOutcome.Refused refused) throw new InvalidOperationException($"A fact of the bench was refused: {refused.Why.What}");
        }

        return moved;
    }

    /// <summary>Asked again and again: what Playwright has for it needs eval, which the pages forbid.</summary>
    private static async Task UntilAsync(IPage page, string isSo, CancellationToken ct)
    {
        for (var patience = 0; patience < 480; patience++)
        {
            if (await page.EvaluateAsync<bool>(isSo)) return;
            await Task.Delay(250, ct);
        }

        throw new TimeoutException($"The page never came to: {isSo}");
    }
}
