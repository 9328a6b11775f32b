using System.Net;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The forms by which somebody opens a record in an emergency, or ends their own access, without JavaScript.</summary>
public sealed class OwnAccessPageTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly Caller Officer = new("pc.example", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North);

    [PostgresFact]
    public async Task An_emergency_needs_a_reason_keeps_what_was_typed_and_opens_what_was_masked()
    {
        var journey = await WithPlanAsync();
        await using var police = await server.AskedByAsync(Officer);
        (await police.Client.GetStringAsync($"/journeys/{journey}")).Should().Contain("Open what is not shared, in an emergency").And.NotContain("my own plan");

        var empty = await PostAsync(police, $"/journeys/{journey}/emergency", ("why", " "));
        empty.StatusCode.Should().Be(HttpStatusCode.OK);
        (await empty.Content.ReadAsStringAsync()).Should().Contain("There is a problem").And.Contain("Say who would come to harm otherwise");
        var tooLong = await PostAsync(police, $"/journeys/{journey}/emergency", ("why", new string('x', 4_001)));
        (await tooLong.Content.ReadAsStringAsync()).Should().Contain("at most 4000").And.Contain(new string('x', 4_001), "what was typed is kept");

        var opened = await PostAsync(police, $"/journeys/{journey}/emergency", ("why", "her former partner is on his way"));

        opened.RequestMessage!.RequestUri!.AbsolutePath.Should().Be($"/journeys/{journey}");
        (await opened.Content.ReadAsStringAsync()).Should().Contain("Plan agreed");
        (await server.LookedAsync($"journey = '{journey}' and door = 'page:emergency' and operation = 'disclosure' and subject = 'opened in an emergency'")).Should().Be(1);
        await using var colleague = await server.AskedByAsync(Officer with { Person = "pc.other" });
        (await colleague.Client.GetStringAsync($"/journeys/{journey}")).Should().NotContain("Plan agreed");
    }

    [PostgresFact]
    public async Task Who_says_that_she_is_known_to_them_sees_her_no_more()
    {
        var journey = await WithPlanAsync();
        await using var police = await server.AskedByAsync(Officer with { Person = "pc.cousin" });

        var answer = await PostAsync(police, $"/journeys/{journey}/known-to-me");

        (await answer.Content.ReadAsStringAsync()).Should().Contain("You no longer see her record");
        (await police.Client.GetAsync($"/journeys/{journey}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await police.Client.GetStringAsync("/board")).Should().NotContain(journey.ToString());
        (await server.Client.GetAsync($"/journeys/{journey}")).StatusCode.Should().Be(HttpStatusCode.OK, "others are not meant");
    }

    [PostgresFact]
    public async Task A_form_that_was_not_fetched_from_here_is_refused_and_who_may_not_open_records_gets_none()
    {
        var journey = await WithPlanAsync();
        await using var police = await server.AskedByAsync(Officer with { Person = "pc.forged" });
        foreach (var path in new[] { "emergency", "known-to-me" })
            (await police.Client.PostAsync($"/journeys/{journey}/{path}", new FormUrlEncodedContent([new("why", "x")]))).StatusCode.Should().Be(HttpStatusCode.BadRequest, path);
        (await police.Client.GetAsync($"/journeys/{journey}")).StatusCode.Should().Be(HttpStatusCode.OK);

        await using var auditor = await server.AskedByAsync(Officer with { Role = Role.Auditor });
        (await auditor.Client.GetAsync($"/journeys/{journey}/emergency")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await auditor.Client.GetStringAsync($"/journeys/{journey}")).Should().NotContain("in an emergency");
        foreach (var path in new[] { "emergency", "known-to-me" })
            (await police.Client.GetAsync($"/journeys/{Guid.NewGuid()}/{path}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<Guid> WithPlanAsync() =>
        await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-1) }), ("plan-agreed.v1", new { happenedOn = WebServer.Day(0), words = "my own plan" }));

    /// <summary>As a browser posts the page's form.</summary>
    private static async Task<HttpResponseMessage> PostAsync(WebServer asked, string path, params (string Name, string Value)[] fields)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await asked.Client.GetStringAsync(path));
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await asked.Client.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]));
    }
}
