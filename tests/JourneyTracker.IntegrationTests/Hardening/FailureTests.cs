using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>However a request fails, whoever sent it reads a sentence, and nothing of how the program is made.</summary>
public sealed partial class FailureTests
{
    [PostgresFact]
    public async Task No_answer_tells_of_stacks_statements_tables_or_folders()
    {
        await using var server = await WebServer.CreateAsync();
        var journey = await server.OpenAsync("E23000007");
        await using var signedIn = await SignedInServer.StartAsync(server.House);
        var failures = 0;
        foreach (var damage in new[] { "alter table journeys.access_log rename to gone", "alter table journeys.mt_events rename to gone_too", "alter schema journeys rename to elsewhere" })
        {
            await server.House.DamageAsync(damage);
            foreach (var asked in new[] { server, signedIn })
            {
                using var client = SignedInServer.ClientOf(asked);
                foreach (var (method, path) in Walk.Of(asked, $"{journey}"))
                {
                    using var request = new HttpRequestMessage(method, path);
                    request.Headers.Add(SignedInServer.Person, "ada");
                    if (method == HttpMethod.Post) request.Content = new StringContent($"{{\"journey\":\"{journey}\",\"name\":\"arrested.v1\",\"body\":{{\"happenedOn\":\"{WebServer.Day(-1)}\"}}}}", Encoding.UTF8, "application/json");
                    var answer = await client.SendAsync(request);
                    if ((int)answer.StatusCode >= 500) failures++;
                    var text = await answer.Content.ReadAsStringAsync();
                    var told = Inside().Match(text);
                    text.Should().NotContain(AppContext.BaseDirectory.TrimEnd('/'));
                    told.Success.Should().BeFalse($"{method} {path} ({answer.StatusCode}) tells '{told.Value}'");
                }
            }
        }

        failures.Should().BeGreaterThan(12, "else nothing failed");
    }

    [GeneratedRegex(@"(?i)\bat JourneyTracker\.|   at |(?-i:[A-Z]\w+Exception)|StackTrace|Npgsql|SQLSTATE|42P01|relation ""|journeys\.(?!read\b)\w+|mt_events|\bselect .* from\b|/tmp/|/home/|/usr/|\.cs:line")]
    private static partial Regex Inside();

    [PostgresFact]
    public async Task What_the_database_cannot_hold_is_a_bad_request_and_not_a_failure()
    {
        await using var server = await WebServer.CreateAsync();
        foreach (var path in new[] { "/board?area=%00", "/board?area=E23000007%00", "/board?all=%00", "/api/stages?by=%00", "/journeys/%00", "/api/journeys/%00", "/api/stages?asAt=%00", "/board/card/%00", $"/board/card/{Guid.NewGuid()}?area=%00" })
            ((int)(await server.Client.GetAsync(path)).StatusCode).Should().BeLessThan(500, path);
        foreach (var reference in new[] { "a\0b", "\ud800" })
            (await server.SendAsync(new { name = "journey-opened.v1", body = new { how = "hand", happenedOn = WebServer.Day(-1) }, source = new { system = "attack", reference } })).StatusCode.Should().BeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Created);
        using var why = new HttpRequestMessage(HttpMethod.Get, "/api/stages");
        why.Headers.Add("Journey-Why", "a%00b%ED%A0%80");
        (await server.Client.SendAsync(why)).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
