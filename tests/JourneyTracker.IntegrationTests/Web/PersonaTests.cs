using System.Net;
using JourneyTracker.Cli.Simulation;
using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The demonstration can be looked at as several people; no other server can.</summary>
public sealed class PersonaTests(WebServer server, Browser browser) : IClassFixture<WebServer>, IClassFixture<Browser>
{
    private const string Choice = "persona=auditor&return=/board";

    [BrowserFact]
    public async Task Who_looks_chooses_on_every_page_as_whom_and_reads_that_everybody_is_made_up()
    {
        await using var demo = await DemoAsync();
        foreach (var width in BadDays.BadDay.Full ? new[] { 1280, 375 } : [1280])
        {
            var page = await browser.OpenAsync(demo.Address, "/board", width, script: false);
            await Expect(page.Locator("#persona option:checked")).ToHaveTextAsync("the coordinator");
            foreach (var path in new[] { "/board", $"/journeys/{Guid.NewGuid()}", "/nothing" })
            {
                await page.Context.CloseAsync();
                page = await browser.OpenAsync(demo.Address, path, width);
                await Expect(page.Locator(".personas")).ToContainTextAsync("Everybody here is made up.");
                (await page.Locator("#persona option").CountAsync()).Should().Be(8);
                await Browser.KeepAsync(page, $"/personas{path[..Math.Min(8, path.Length)]}", width);
                (await Axe.ViolationsAsync(page)).Should().BeEmpty($"{path} at {width}");
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0);
            }
        }
    }

    [BrowserFact]
    public async Task Each_persona_sees_what_their_role_may_see()
    {
        await using var demo = await DemoAsync();
        var page = await browser.OpenAsync(demo.Address, "/board?area=E23000029");
        await LookAsync(page, "an auditor");
        page.Url.Should().EndWith("/board?area=E23000029");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Board");
        await LookAsync(page, "an evaluator");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Not shared with you");
        await LookAsync(page, "the coordinator");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Board");
    }

    [PostgresFact]
    public async Task The_choice_is_not_taken_from_another_site_and_unknown_ones_are_refused()
    {
        await using var demo = await DemoAsync();
        (await ChooseAsync(demo.Client, Choice)).StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await ChooseAsync(demo.Client, Choice, "https://evil.example")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await ChooseAsync(demo.Client, "persona=nobody")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await ChooseAsync(demo.Client, "persona=auditor&return=//evil.example")).Headers.Location!.ToString().Should().Be("/board");
    }

    [PostgresFact]
    public async Task Serve_has_no_choice_whatever_is_sent_to_it()
    {
        await using var folder = await DataFolder.MadeAsync();
        using var serve = CliProcess.Start("serve", "--port", "0", "--data", folder.Path, "--role", "evaluator");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = await serve.AnnouncedAsync() };
        (await ChooseAsync(http, Choice)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/board");
        request.Headers.Add("Cookie", "journey-persona=coordinator");
        request.Headers.Add("X-Persona", "coordinator");
        var answer = await http.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden, "the one caller is an evaluator");
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("personas");
        (await CliProcess.RunAsync("serve", "--persona", "coordinator")).ExitCode.Should().Be(2);
    }

    private Task<WebServer> DemoAsync()
    {
        var personas = Personas.Of(JournalHouse.North);
        return WebServer.CreateAsync(server.House, options: new WebOptions(personas[0].Caller, 0) { Personas = personas });
    }

    private static async Task LookAsync(IPage page, string words)
    {
        await page.Locator("#persona").SelectOptionAsync(new SelectOptionValue { Label = words });
        await page.GetByRole(AriaRole.Button, new() { Name = "Look" }).ClickAsync();
        await Expect(page.Locator("#persona option:checked")).ToHaveTextAsync(words);
    }

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient http, string form, string? origin = null)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var once = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(http.BaseAddress!, "/demo/persona"))
        {
            Content = new StringContent(form, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded")),
        };
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await once.SendAsync(request);
    }
}
