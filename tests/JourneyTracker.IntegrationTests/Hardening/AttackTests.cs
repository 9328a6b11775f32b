using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>Attacks that were tried by hand against the running server (docs/security.md), tried again on every run.</summary>
public sealed partial class AttackTests(WebServer server) : IClassFixture<WebServer>
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>{{7*7}}";
    private static readonly Caller Officer = new("pc.example", "North police", "POLICE", Role.Practitioner, JournalHouse.North);

    [PostgresTheory]
    [InlineData("' or '1'='1")]
    [InlineData("'; drop table journeys.mt_events; --")]
    [InlineData("\\'; select pg_sleep(20); --")]
    [InlineData("$1) union select id from journeys.mt_streams --")]
    public async Task Statements_in_addresses_bodies_and_headers_are_text(string attack)
    {
        var journey = await server.OpenAsync("E23000007", ("arrested.v1", new { happenedOn = WebServer.Day(-3), note = attack }));
        var at = Uri.EscapeDataString(attack);
        foreach (var path in new[] { $"/board?area={at}&all={at}", $"/journeys/{at}", $"/api/journeys/{at}", $"/api/journeys/{journey}?asAt={at}&knownAt={at}", $"/api/stages?by={at}&asAt={at}", $"/board/card/{journey}?area={at}" })
            ((int)(await server.Client.GetAsync(path).WaitAsync(TimeSpan.FromSeconds(15))).StatusCode).Should().BeOneOf([200, 400, 404], path);
        using var why = new HttpRequestMessage(HttpMethod.Get, $"/api/journeys/{journey}");
        why.Headers.Add("Journey-Why", at);
        (await server.Client.SendAsync(why)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.LookedAsync($"journey = '{journey}' and why = '{attack.Replace("'", "''", StringComparison.Ordinal)}'")).Should().Be(1);
        var sent = await server.SendAsync(new { journey, name = "arrested.v1", body = new { happenedOn = WebServer.Day(-2) }, source = new { system = attack, reference = attack } });
        sent.StatusCode.Should().Be(HttpStatusCode.Created);
        (await server.SendAsync(new { journey, name = attack, body = new { happenedOn = WebServer.Day(-2) } })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await server.Client.GetStringAsync($"/api/journeys/{journey}")).Should().Contain("arrested.v1");
    }

    [PostgresFact]
    public async Task What_the_sender_may_not_say_is_not_taken_from_the_sender()
    {
        var journey = await server.OpenAsync(null);
        foreach (var member in new[] { "recordedAt", "recordedBy", "position", "partnership", "version", "id", "role", "agency" })
        {
            var fact = new Dictionary<string, object> { ["journey"] = journey, ["name"] = "arrested.v1", ["body"] = new { happenedOn = WebServer.Day(-1) }, [member] = "2001-01-01T00:00:00Z" };
            (await server.SendAsync(fact)).StatusCode.Should().Be(HttpStatusCode.BadRequest, member);
            var within = new Dictionary<string, object> { ["happenedOn"] = WebServer.Day(-1), [member] = "x" };
            (await server.SendAsync(new { journey, name = "arrested.v1", body = within })).StatusCode.Should().Be(HttpStatusCode.BadRequest, $"{member} in the body");
        }

        (await server.Client.GetStringAsync($"/api/journeys/{journey}")).Should().NotContain("arrested.v1");
    }

    [PostgresFact]
    public async Task Facts_that_have_a_door_of_their_own_do_not_come_by_this_one_not_even_inside_a_correction()
    {
        var (journey, other) = (await server.OpenAsync(null), await server.OpenAsync(null));
        var caution = await server.PostAsync("cautioned.v1", new { happenedOn = WebServer.Day(-2) }, journey);
        var replaces = caution.GetProperty("fact").GetString();
        foreach (var (name, body) in new (string, object)[]
        {
            ("access-overridden.v1", new { happenedOn = WebServer.Day(0), why = "curious" }),
            ("journeys-merged.v1", new { happenedOn = WebServer.Day(0), survivor = journey, merged = other, why = "same-identifier" }),
            ("journeys-unmerged.v1", new { happenedOn = WebServer.Day(0), survivor = journey, merged = other, why = "other" }),
            ("moved-partnership.v1", new { happenedOn = WebServer.Day(0), direction = "to", other = "south" }),
        })
        {
            var direct = await server.SendAsync(new { journey, name, body });
            var corrected = await server.SendAsync(new { journey, name = "corrected.v1", body = new { happenedOn = WebServer.Day(0), replaces, why = "wrong-detail", with = new { name, body } } });
            foreach (var answer in new[] { direct, corrected }) answer.StatusCode.Should().BeOneOf([HttpStatusCode.Forbidden, HttpStatusCode.BadRequest], $"{name}: {await answer.Content.ReadAsStringAsync()}");
        }

        (await server.Client.GetStringAsync($"/api/journeys/{journey}")).Should().NotContain("access-overridden").And.NotContain("merged");
    }

    [PostgresFact]
    public async Task Ids_of_another_partnership_and_of_women_who_may_not_be_found_are_not_found_for_any_method_of_any_address()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-3) }));
        var limited = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-3) }), ("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } }));
        var supported = (await server.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-3) })).GetProperty("journey").GetGuid();
        await using var south = await server.AskedByAsync(WebServer.Coordinator with { Partnership = JournalHouse.South });
        await using var police = await server.AskedByAsync(Officer);
        foreach (var (asked, id) in new[] { (south, journey), (police, limited), (police, supported) })
        {
            var missing = $"{Guid.NewGuid()}";
            foreach (var (method, path) in Walk.Of(asked, "ID").Where(w => w.Path.Contains("ID", StringComparison.Ordinal)))
            {
                var (hers, none) = (await SentAsync(asked, method, path.Replace("ID", $"{id}", StringComparison.Ordinal)), await SentAsync(asked, method, path.Replace("ID", missing, StringComparison.Ordinal)));
                hers.Should().Be(none, $"{method} {path}");
                if (method == HttpMethod.Get) hers.Status.Should().BeOneOf([HttpStatusCode.NotFound, HttpStatusCode.Forbidden], path);
            }

            (await RecordedAsync(asked, id)).Should().Be(await RecordedAsync(asked, Guid.Parse(missing)));
            (await server.Client.GetStringAsync($"/api/journeys/{journey}")).Should().NotContain("self-harm");
        }
    }

    [PostgresTheory]
    [InlineData("south")]
    [InlineData("north' or true --")]
    [InlineData("*")]
    [InlineData("NORTH")]
    public async Task A_hub_group_of_another_partnership_is_not_joined(string board)
    {
        await using var client = await HubClient.ConnectAsync(server.Address);
        foreach (var arguments in new object?[][] { [board, null], [board, null, null] })
        {
            var watching = async () =>
            {
                await foreach (var _ in client.Connection.StreamAsyncCore<BoardFrame>(arguments.Length == 2 ? "Watch" : "WatchFrom", arguments, default)) break;
            };
            await watching.Should().ThrowAsync<HubException>();
        }

        foreach (var method in new[] { "JoinGroup", "AddToGroup", "OnConnectedAsync", "Dispose", "get_Groups" })
            await FluentActions.Awaiting(() => client.Connection.InvokeAsync<object>(method, "south")).Should().ThrowAsync<Exception>(method);
    }

    [PostgresFact]
    public async Task Script_in_what_is_protected_in_her_name_and_in_an_area_is_shown_as_text()
    {
        var journey = await server.OpenAsync("E23000007", ("arrested.v1", new { happenedOn = WebServer.Day(-3), note = Script }), ("plan-agreed.v1", new { happenedOn = WebServer.Day(-2), words = Script }));
        var named = await server.Client.PostAsync($"/api/journeys/{journey}/identity", new StringContent(JsonSerializer.Serialize(new { name = Script }), Encoding.UTF8, "application/json"));
        named.StatusCode.Should().Be(HttpStatusCode.OK);
        foreach (var path in new[] { $"/journeys/{journey}", "/board", $"/board?area={Uri.EscapeDataString(Script)}", $"/board/card/{journey}", $"/journeys/{journey}?asAt={Uri.EscapeDataString(Script)}", $"/journeys/{journey}/emergency" })
        {
            var text = await server.Client.GetStringAsync(path);
            text.Should().NotContain("<script>alert").And.NotContain("<img src=x");
            var page = new HtmlParser().ParseDocument(text);
            page.QuerySelectorAll("script:not([src]), [onerror], [onclick], [style], img[src=x]").Should().BeEmpty(path);
        }

        (await server.Client.GetStringAsync($"/journeys/{journey}")).Should().Contain("&lt;script&gt;alert(1)");
        var answer = await server.Client.GetAsync($"/api/journeys/{journey}");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [PostgresFact]
    public async Task A_reason_with_control_characters_forges_no_line_of_the_access_log()
    {
        var journey = await server.OpenAsync(null);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/journeys/{journey}");
        request.Headers.Add("Journey-Why", "review%0D%0A2026-01-01 somebody else%1B[2J%00%E2%80%AEdesrever%E2%80%A8next%EF%BB%BF");
        (await server.Client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.LookedAsync($"journey = '{journey}' and why = 'review2026-01-01 somebody else[2Jdesrevernext'")).Should().Be(1);
    }

    [PostgresTheory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Original-URL", "/api/stages")]
    [InlineData("X-Rewrite-URL", "/api/stages")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("Forwarded", "for=10.0.0.1;host=evil.example;proto=https")]
    public async Task Headers_that_a_server_behind_another_might_believe_change_nothing(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        var before = await server.Client.GetStringAsync("/health/live");
        request.Headers.Add(header, value);
        var answer = await server.Client.SendAsync(request);
        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).Should().Be((HttpStatusCode.OK, before));
        answer.Headers.Contains("Strict-Transport-Security").Should().BeFalse("nobody believes that it came over HTTPS");
    }

    [PostgresTheory]
    [InlineData("/assets/../appsettings.json")]
    [InlineData("/assets/0/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/journeys/..%2f..%2fboard")]
    [InlineData("/problem/..%2f500")]
    [InlineData("//evil.example/board")]
    [InlineData("/.git/config")]
    [InlineData("/Pages/Boards/Board.cshtml")]
    public async Task Paths_lead_to_no_file(string path)
    {
        var answer = await RawRequest.AnswerAsync(server.Address, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        answer.Should().StartWith("HTTP/1.1 404").And.NotContain("root:");
    }

    private static async Task<(HttpStatusCode Status, string Text)> SentAsync(WebServer asked, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post) request.Content = new StringContent("{\"name\":\"Ada Example\"}", Encoding.UTF8, "application/json");
        var answer = await asked.Client.SendAsync(request);
        return (answer.StatusCode, TraceId().Replace(await answer.Content.ReadAsStringAsync(), ""));
    }

    private static async Task<(HttpStatusCode, string)> RecordedAsync(WebServer asked, Guid journey)
    {
        var answer = await asked.SendAsync(new { journey, name = "arrested.v1", body = new { happenedOn = WebServer.Day(-1), note = "self-harm" } });
        return (answer.StatusCode, TraceId().Replace((await answer.Content.ReadAsStringAsync()).Replace($"{journey}", "", StringComparison.Ordinal), ""));
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
