using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Web.Live;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>What stands beside the board: filters that are kept, what changed since somebody looked, the numbers day by day, the wall screen.</summary>
public sealed class BoardPageTests(WebServer server) : IClassFixture<WebServer>
{
    [PostgresFact]
    public async Task Each_filter_shows_whom_it_says_and_the_columns_that_were_chosen()
    {
        var recent = await server.OpenAsync("E23000030", ("arrested.v1", new { happenedOn = WebServer.Day(-3) }));
        var longAgo = await server.OpenAsync("E23000030", ("arrested.v1", new { happenedOn = WebServer.Day(-200) }));
        await using var prison = await server.AskedByAsync(WebServer.Coordinator with { Agency = "A prison", AgencyType = "PRISON", Role = Role.Practitioner });
        await prison.PostAsync("received.v1", new { happenedOn = WebServer.Day(-2), basis = "sentence" }, longAgo);
        await server.FoldAsync();

        (await CardsAsync("/board?came=last-week&area=E23000030")).Should().BeEquivalentTo([recent, longAgo]);
        (await CardsAsync("/board?agency=A%20prison&area=E23000030")).Should().BeEquivalentTo([longAgo]);
        (await CardsAsync("/board?came=over-three-months-ago&area=E23000030")).Should().BeEmpty();
        (await CardsAsync($"/board?known={WebServer.Today.AddDays(-400).Year}&area=E23000030")).Should().BeEquivalentTo([recent, longAgo]);
        (await CardsAsync($"/board?known={WebServer.Today.Year + 1}&area=E23000030")).Should().BeEmpty();
        var chosen = await PageAsync("/board?stage=in-custody&stage=remanded&area=E23000030");
        chosen.QuerySelectorAll(".column").Select(c => c.GetAttribute("data-stage")).Should().Equal("in-custody", "remanded");
        chosen.QuerySelector("#women")!.TextContent.Should().Be("1", "only the women of the columns that are shown are counted");
        (await server.Client.GetAsync($"/board/card/{recent}?agency=A%20prison")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.Client.GetStringAsync("/board/cards/in-custody?area=E23000030")).Should().Contain($"w-{longAgo}").And.NotContain($"w-{recent}");
        (await server.Client.GetAsync("/board/cards/nowhere")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [PostgresFact]
    public async Task A_filter_is_kept_for_the_one_who_keeps_it_and_removed_again()
    {
        const string Filter = "area=E23000030&stage=remanded";
        (await SendAsync(server, "/board/kept", ("query", Filter), ("name", ""), ("do", "keep"))).Should().Contain("Enter a name for this filter");
        (await SendAsync(server, "/board/kept", ("query", Filter), ("name", "Hampshire <remanded>"), ("do", "keep"))).Should().Contain("Hampshire &lt;remanded&gt;");
        (await PageAsync("/board")).QuerySelector(".kept__list a")!.GetAttribute("href").Should().Be($"/board?{Filter}");
        await using var other = await server.AskedByAsync(WebServer.Coordinator with { Person = "grace" });
        (await PageAsync("/board", other)).QuerySelectorAll(".kept__list a").Should().BeEmpty("it is ada's");

        await SendAsync(server, "/board/kept", ("query", ""), ("name", "Hampshire <remanded>"), ("do", "drop"));
        (await PageAsync("/board")).QuerySelectorAll(".kept__list a").Should().BeEmpty();
    }

    [PostgresFact]
    public async Task The_board_says_who_moved_since_somebody_looked_what_moved_her_and_who_acts()
    {
        var clock = new SettableClock(DateTimeOffset.UtcNow);
        await using var own = await WebServer.CreateAsync(clock: clock);
        var journey = await own.OpenAsync(null, ("worker-named.v1", new { happenedOn = WebServer.Day(-3), who = new { @as = "keyworker", agency = "Coordination", person = "grace" } }));
        var hidden = await own.OpenAsync(null);
        var first = await PageAsync("/board", own);
        first.QuerySelector("#news").Should().BeNull("nobody looked before");

        await own.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(0) }, journey);
        await own.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(0) }, hidden);
        await own.PostAsync("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } }, hidden);
        await own.FoldAsync();
        clock.Set(clock.GetUtcNow().AddMinutes(40));
        var board = await PageAsync("/board", own);
        board.QuerySelector("#news")!.TextContent.Should().Contain("1 woman moved since you looked");
        board.QuerySelector(".column[data-stage=under-investigation] .column__change")!.TextContent.Should().Contain("1 came since you looked").And.Contain("1 more than yesterday");
        var changes = await PageAsync("/board/changes", own);
        var woman = changes.QuerySelectorAll("#changes li").Should().ContainSingle("one is limited to others").Subject;
        woman.QuerySelector("a")!.GetAttribute("href").Should().Be($"/journeys/{journey}");
        woman.TextContent.Should().Contain("No current justice involvement").And.Contain("Arrested, recorded").And.Contain("grace, Coordination (keyworker)");
        (await PageAsync("/board", own)).QuerySelector("#news")!.TextContent.Should().Contain("1 woman moved", "to look again at once is the same look");

        await SendAsync(own, "/board/changes", ("position", changes.QuerySelector("input[name=position]")!.GetAttribute("value")!), ("epoch", changes.QuerySelector("input[name=epoch]")!.GetAttribute("value")!), ("query", ""));
        clock.Set(clock.GetUtcNow().AddMinutes(5));
        (await PageAsync("/board", own)).QuerySelector("#news")!.TextContent.Should().Contain("Nobody moved since you looked");
    }

    [PostgresFact]
    public async Task An_open_page_that_draws_itself_anew_is_not_a_look()
    {
        var clock = new SettableClock(DateTimeOffset.UtcNow);
        await using var own = await WebServer.CreateAsync(clock: clock);
        var journey = await own.OpenAsync(null);
        await PageAsync("/board", own);
        await own.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(0) }, journey);
        await own.FoldAsync();
        clock.Set(clock.GetUtcNow().AddMinutes(40));
        using var redraw = new HttpRequestMessage(HttpMethod.Get, "/board") { Headers = { { "Journey-Redraw", "1" } } };
        (await own.Client.SendAsync(redraw)).EnsureSuccessStatusCode();
        clock.Set(clock.GetUtcNow().AddMinutes(40));
        (await PageAsync("/board", own)).QuerySelector("#news")!.TextContent.Should().Contain("1 woman moved");
    }

    [PostgresFact]
    public async Task The_numbers_of_each_day_are_those_that_the_board_of_that_day_would_show()
    {
        await using var own = await WebServer.CreateAsync();
        await own.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-10) }), ("remanded.v1", new { happenedOn = WebServer.Day(-4) }));
        var hidden = await own.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-10) }));
        await own.PostAsync("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } }, hidden);
        await own.FoldAsync();
        var history = await PageAsync("/board/history?days=28", own);
        Row(history, "Under investigation").Should().Equal("0", "1", "0", "0");
        Row(history, "Remanded").Should().Equal("0", "0", "1", "1");
        history.QuerySelectorAll(".history-days tbody tr").Should().HaveCount(28);
        history.QuerySelectorAll("svg polyline").Should().HaveCount(3);

        static IEnumerable<string> Row(IDocument page, string stage) =>
            page.QuerySelectorAll("table:not(.history-days) tbody tr").Single(r => r.QuerySelector("th")!.TextContent == stage).QuerySelectorAll("td").Skip(1).Select(c => c.TextContent);
    }

    [PostgresFact]
    public async Task A_wall_screen_tells_of_no_woman_no_small_number_and_not_of_this_moment()
    {
        var clock = new SettableClock(DateTimeOffset.UtcNow);
        await using var own = await WebServer.CreateAsync(clock: clock);
        for (var i = 0; i < 7; i++) await own.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-3) }));
        var alone = await own.OpenAsync(null, ("remanded.v1", new { happenedOn = WebServer.Day(-3) }));
        var first = await PageAsync("/board/wall", own);
        first.QuerySelector("#wall").Should().BeNull("no number is old enough");
        clock.Set(clock.GetUtcNow().Add(WallBoard.Delay));
        for (var i = 0; i < 3; i++) await own.PostAsync("remanded.v1", new { happenedOn = WebServer.Day(0) }, await own.OpenAsync(null));

        var wall = await PageAsync("/board/wall", own);
        Shown("under-investigation").Should().Be("5");
        Shown("remanded").Should().Be("1 to 5");
        Shown("in-custody").Should().Be("0");
        wall.DocumentElement.TextContent.Should().NotContain(new Domain.Identity.JourneyId(alone).Pseudonym);
        wall.QuerySelectorAll("a[href*='/journeys/'], #ticker, .card, script:not([src*='wall.js'])").Should().BeEmpty();

        string Shown(string stage) => wall.QuerySelector($"[data-stage='{stage}'] dd")!.TextContent;
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1 to 5")]
    [InlineData(5, "1 to 5")]
    [InlineData(6, "5")]
    [InlineData(8, "10")]
    [InlineData(1_203, "1,205")]
    public void Numbers_on_a_wall_are_rounded_and_small_ones_not_told(int women, string shown) => WallBoard.InWords(women).Should().Be(shown);

    private async Task<IEnumerable<Guid>> CardsAsync(string path) => (await PageAsync(path)).QuerySelectorAll(".card").Select(c => Guid.Parse(c.Id![2..]));

    private Task<IDocument> PageAsync(string path) => PageAsync(path, server);

    private static async Task<IDocument> PageAsync(string path, WebServer of)
    {
        var answer = await of.Client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, path);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Sends a form with the token of its page.</summary>
    private static async Task<string> SendAsync(WebServer to, string path, params (string Name, string Value)[] fields)
    {
        var query = fields.FirstOrDefault(f => f.Name == "query").Value;
        var page = await PageAsync(string.IsNullOrEmpty(query) ? path : $"{path}?{query}", to);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
            Headers = { { "Origin", to.Address.GetLeftPart(UriPartial.Authority) } },
        };
        var answer = await to.Client.SendAsync(form);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsStringAsync();
    }
}
