using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Web;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The women behind a figure: those whose records the caller may read, where what may be read puts them, and each who is shown is written down.</summary>
[Collection(nameof(CountedWomen))]
public sealed class OutcomeWomenTests(CountedWomen women) : IAsyncLifetime
{
    private static readonly Caller Keyworker = WebServer.Coordinator with { Person = "kw.behind", Role = Role.Practitioner, Agency = "Willow", AgencyType = "WOMENS_CENTRE" };
    private readonly string folder = Directory.CreateTempSubdirectory("journey-behind-").FullName;
    private WebServer server = null!;

    public async Task InitializeAsync()
    {
        if (PostgresIsHere.ReasonToSkip is null) server = await WebServer.CreateAsync(options: new WebOptions(WebServer.Coordinator, 0) { Outcomes = folder });
    }

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [PostgresFact]
    public async Task A_figure_leads_to_its_women_and_each_who_is_shown_is_written_down()
    {
        var figures = Page(await women.Server.Client.GetStringAsync($"/outcomes/measure?id=M02&{CountedWomen.Asked}"));
        var before = await women.Server.LookedAsync("door = 'page:outcomes/women' and journey is not null");
        var page = Page(await women.Server.Client.GetStringAsync(figures.QuerySelector("#women")!.GetAttribute("href")!));
        var shown = Shown(page);
        shown.Should().HaveCount(CountedWomen.White + CountedWomen.Asian).And.OnlyHaveUniqueItems();
        page.QuerySelector("#cell-0")!.TextContent.Should().Be("arrests: Counted");
        (await women.Server.LookedAsync("door = 'page:outcomes/women' and journey is not null") - before).Should().Be(shown.Count);
        (await women.Server.LookedAsync($"journey = '{shown[0]}' and subject like 'women behind M02, {CountedWomen.Quarter.From:yyyy-MM-dd} to %'")).Should().BeGreaterThan(0);

        var cell = Page(await women.Server.Client.GetStringAsync($"/outcomes/women?id=M02&{CountedWomen.Asked}&by=ethnicity&part=Asian"));
        Shown(cell).Should().HaveCount(CountedWomen.Asian, "a number that is not shown is no secret from somebody who may open each of these records");
        cell.QuerySelector("#all").Should().NotBeNull();
    }

    [PostgresFact]
    public async Task A_program_is_answered_the_same()
    {
        var said = await WebServer.JsonOf(await women.Server.Client.GetAsync($"/api/outcomes/women?id=M02&{CountedWomen.Asked}"));
        var rows = said.GetProperty("women").EnumerateArray().ToList();
        rows.Should().HaveCount(CountedWomen.White + CountedWomen.Asian);
        (rows[0].GetProperty("kind").GetString(), rows[0].GetProperty("answer").GetString(), rows[0].GetProperty("times").GetInt32()).Should().Be(("arrests", "counted", 1));
        said.TryGetProperty("next", out _).Should().BeFalse("all were looked at");
        (await women.Server.Client.GetAsync("/api/outcomes/women?id=M99")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [PostgresFact]
    public async Task Who_knows_of_no_woman_is_led_nowhere()
    {
        Page(await women.ForEvaluator.Client.GetStringAsync("/outcomes/measure?id=M02")).QuerySelector("#women").Should().BeNull();
        foreach (var path in new[] { "/outcomes/women", "/api/outcomes/women" }) (await women.ForEvaluator.Client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.NotFound, path);
    }

    [PostgresFact]
    public async Task Nobody_is_named_of_whom_the_caller_may_not_know_nor_for_what_the_caller_may_not_read()
    {
        var (day, plain) = (WebServer.Day(-40), await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-40) })));
        var limited = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = day }), ("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } }));
        var cautioned = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = day }), ("cautioned.v1", new { happenedOn = WebServer.Day(-39) }));
        await CountedWomen.BuildAsync(server, folder);
        var period = $"from={WebServer.Day(-60)}&to={WebServer.Day(-30)}";

        // A simple caution is spent at once, with the arrest that led to it: no figure tells of either to who is of no justice agency.
        Shown(await PageAsync(server, $"id=M02&{period}")).Should().Equal(plain);
        Shown(await PageAsync(server, $"id=M04&{period}")).Should().BeEmpty();
        await using var police = await AskedByAsync(WebServer.Coordinator with { Person = "pc.behind", Agency = "Northshire Police", AgencyType = "POLICE" });
        Shown(await PageAsync(police, $"id=M02&{period}")).Should().BeEquivalentTo([plain, cautioned]);
        Shown(await PageAsync(police, $"id=M04&{period}&answer=yes")).Distinct().Should().Equal(cautioned);
        (await server.LookedAsync($"door = 'page:outcomes/women' and journey = '{limited}'")).Should().Be(0);
        (await server.LookedAsync($"door = 'page:outcomes/women' and journey = '{plain}' and subject not like '{AccessSubjects.Behind}%'")).Should().Be(0, "who stood in a list was not opened");
        await using var auditor = await AskedByAsync(WebServer.Coordinator with { Person = "aud.behind", Role = Role.Auditor });
        (await auditor.Client.GetStringAsync($"/journeys/{plain}/replay/sight")).Should().Contain("saw her in a list of the women behind a figure, on the pages about outcomes");
    }

    [PostgresFact]
    public async Task A_practitioner_is_shown_the_women_they_or_their_agency_work_with()
    {
        var (own, other) = (await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-40) })), await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-40) })));
        await CountedWomen.BuildAsync(server, folder);
        await using var keyworker = await AskedByAsync(Keyworker with { Women = new HashSet<JourneyId> { new(own) } });
        Shown(await PageAsync(keyworker, $"id=M02&from={WebServer.Day(-60)}&to={WebServer.Day(-30)}")).Should().Equal(own);
        await using var nobody = await AskedByAsync(Keyworker with { Person = "kw.nobody" });
        Shown(await PageAsync(nobody, $"id=M02&from={WebServer.Day(-60)}&to={WebServer.Day(-30)}")).Should().NotContain([own, other]);
    }

    [PostgresFact]
    public async Task Many_women_are_shown_page_by_page_and_nobody_twice_or_never()
    {
        const int Many = 57;
        var opened = await WebServer.JsonOf(await server.SendLinesAsync(Enumerable.Range(0, Many).Select(_ => (object)new { name = "journey-opened.v1", body = new { how = "hand", happenedOn = WebServer.Day(-90) } })));
        var all = opened.GetProperty("outcomes").EnumerateArray().Select(f => f.GetProperty("journey").GetGuid()).ToList();
        (await WebServer.JsonOf(await server.SendLinesAsync(all.Select(w => (object)new { journey = w, name = "arrested.v1", body = new { happenedOn = WebServer.Day(-40) } })))).GetProperty("refused").GetInt32().Should().Be(0);
        await CountedWomen.BuildAsync(server, folder);
        var (shown, pages, next) = (new List<Guid>(), 0, $"/outcomes/women?id=M02&from={WebServer.Day(-60)}&to={WebServer.Day(-30)}");
        for (; next is not null; pages++)
        {
            var page = Page(await server.Client.GetStringAsync(next));
            shown.AddRange(Shown(page));
            next = page.QuerySelector("#further")?.GetAttribute("href");
        }

        pages.Should().Be(2);
        (await server.Client.GetAsync($"/api/outcomes/women?id=M02&from={WebServer.Day(-60)}&to={WebServer.Day(-30)}&after=3")).StatusCode.Should().Be(HttpStatusCode.BadRequest, "a place that can be chosen would count women whom nobody is told of");
        shown.Should().BeEquivalentTo(all).And.OnlyHaveUniqueItems();
    }

    private Task<WebServer> AskedByAsync(Caller caller) => WebServer.CreateAsync(server.House, options: new WebOptions(caller, 0) { Outcomes = folder });

    private static IHtmlDocument Page(string html) => new HtmlParser().ParseDocument(html);

    private static async Task<IHtmlDocument> PageAsync(WebServer asked, string question) => Page(await asked.Client.GetStringAsync($"/outcomes/women?{question}"));

    private static IReadOnlyList<Guid> Shown(IHtmlDocument page) => [.. page.QuerySelectorAll("li[data-journey]").Select(l => Guid.Parse(l.GetAttribute("data-journey")!))];
}
