using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.BadDays;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Projections.Board;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>A board that comes back after very many movements has every one of them, in order, and stands as a fresh one does.</summary>
public sealed class ManyMovementsTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly int Women = BadDay.Full ? 5_000 : 400;

    [BrowserFact]
    public async Task After_a_cut_every_movement_comes_once_and_in_order()
    {
        await using var server = await WebServer.CreateAsync();
        var women = Enumerable.Range(0, Women).Select(_ => new JourneyId(Guid.NewGuid())).ToList();
        await RecordAsync(server, women, new Arrested() { HappenedOn = WebServer.Today.AddDays(-9) });
        await using var line = new CuttableLine(server.Address);
        var page = await browser.OpenAsync(line.Address, "/board");
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
        await page.EvaluateAsync("() => { window.came = []; const before = take; take = frame => { if (frame.kind === 'movement') window.came.push(frame.position); before(frame) } }");
        var from = await server.App.Services.GetRequiredService<IBoardFeed>().PositionAsync(default);

        line.Cut();
        await Expect(page.Locator("#connection")).ToContainTextAsync("Reconnecting since");
        await RecordAsync(server, women, new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = WebServer.Today.AddDays(-2) });
        await RecordAsync(server, women, new Remanded() { HappenedOn = WebServer.Today });
        line.Mend();

        await Expect(page.Locator("#connection")).ToContainTextAsync($"Connected again. {Women * 2:N0} movements came meanwhile.", new() { Timeout = 120_000 });
        var came = await page.EvaluateAsync<long[]>("window.came");
        came.Should().Equal(await PositionsAsync(server, from));
        await Expect(page.Locator(".column[data-stage=remanded] [data-shows-count]")).ToHaveTextAsync($"{Women:N0}", new() { Timeout = 60_000 });
        await Expect(page.Locator(".column[data-stage=under-investigation] [data-shows-count]")).ToHaveTextAsync("0");
    }

    private static async Task RecordAsync(WebServer server, IReadOnlyList<JourneyId> women, Fact fact)
    {
        foreach (var chunk in women.Chunk(500))
            await server.House.House.Journal.LoadAsync([.. chunk.Select(w => new Append(JournalHouse.North, w, new("ada", "Coordination"), [Samples.New(fact)]))], default);
        await server.FoldAsync();
    }

    private static async Task<IReadOnlyList<long>> PositionsAsync(WebServer server, long from)
    {
        var feed = server.App.Services.GetRequiredService<IBoardFeed>();
        var positions = new List<long>();
        while (await feed.ReadAsync(JournalHouse.North, positions.LastOrDefault(from), null, 1_000, default) is { Count: > 0 } page) positions.AddRange(page.Select(m => m.Position));
        return positions;
    }
}
