using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>What is too long, too many, too deep or too slow is refused, and the server goes on. Bodies and lines of facts: see ApiTests.</summary>
public sealed class LimitsTests(WebServer server) : IClassFixture<WebServer>
{
    private const string End = "Host: localhost\r\nConnection: close\r\n\r\n";

    [PostgresTheory]
    [InlineData(7_000, 200)]
    [InlineData(9_000, 414)]
    public async Task An_address_has_at_most_8_KiB(int length, int status) =>
        (await RawRequest.SendAsync(server.Address, $"GET /api/stages?q={new string('x', length)} HTTP/1.1\r\n{End}")).Should().Be(status);

    [PostgresTheory]
    [InlineData(1, 20_000, 200)]
    [InlineData(1, 40_000, 431)]
    [InlineData(60, 10, 200)]
    [InlineData(70, 10, 431)]
    public async Task Headers_have_at_most_32_KiB_and_are_at_most_64(int count, int length, int status)
    {
        var headers = string.Concat(Enumerable.Range(0, count).Select(i => $"X-Much-{i}: {new string('x', length)}\r\n"));
        (await RawRequest.SendAsync(server.Address, $"GET /api/stages HTTP/1.1\r\n{headers}{End}")).Should().Be(status);
    }

    [PostgresTheory]
    [InlineData("Host: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("Connection: close\r\n\r\n")]
    [InlineData("Host: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /board HTTP/1.1\r\n")]
    [InlineData("Host: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello")]
    [InlineData("Host: localhost\r\nX-Bad\r\n name: folded\r\nConnection: close\r\n\r\n")]
    public async Task What_two_servers_could_read_in_two_ways_is_not_read(string headers)
    {
        var answer = await RawRequest.AnswerAsync(server.Address, $"POST /api/facts HTTP/1.1\r\n{headers}");
        answer.Should().StartWith("HTTP/1.1 4");
        answer.Split("HTTP/1.1 ").Should().HaveCount(2, "there is one answer to one request");
    }

    [PostgresFact]
    public async Task Headers_that_never_end_end_the_connection()
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await RawRequest.AnswerAsync(server.Address, "GET /api/stages HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(28), "the framework's own patience is 30 seconds");
        answer.Should().StartWith("HTTP/1.1 408");
    }

    [PostgresFact]
    public async Task No_address_answers_TRACE()
    {
        foreach (var path in Walk.Of(server, $"{Guid.NewGuid()}").Select(w => w.Path).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Trace, path);
            (await server.Client.SendAsync(request)).StatusCode.Should().BeOneOf([HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound], path);
        }
    }

    [PostgresFact]
    public async Task A_packed_body_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) await gzip.WriteAsync(new byte[64 << 20]);
        foreach (var type in new[] { "application/json", "application/x-ndjson" })
        {
            using var content = new ByteArrayContent(packed.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
            content.Headers.ContentEncoding.Add("gzip");
            var answer = await server.Client.PostAsync("/api/facts", content);
            (await answer.Content.ReadAsStringAsync()).Should().NotContain("recorded\":1");
            ((int)answer.StatusCode).Should().BeOneOf(200, 400, 413, 415);
        }
    }

    [PostgresTheory]
    [InlineData("application/json")]
    [InlineData("application/x-ndjson")]
    public async Task Json_that_is_nested_without_end_is_refused_in_words(string type)
    {
        var deep = $"{{\"name\":\"arrested.v1\",\"body\":{new string('[', 100_000)}";
        using var content = new StringContent(deep, Encoding.UTF8) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        (await (await server.Client.PostAsync("/api/facts", content)).Content.ReadAsStringAsync()).Should().Contain("malformed");
        (await server.Client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task Ten_thousand_lines_one_more_and_a_line_without_end_are_refused_whole()
    {
        var many = await server.SendLinesAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n", 10_001))));
        many.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await many.Content.ReadAsStringAsync()).Should().Contain("More than 10000 facts at once.");
        (await server.SendLinesAsync(new byte[4 << 20])).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [PostgresFact]
    public async Task A_form_of_many_or_long_fields_is_refused_and_is_nobodys_failure()
    {
        await using var signedIn = await SignedInServer.StartAsync(server.House);
        using var client = SignedInServer.ClientOf(signedIn);
        foreach (var form in new[] { string.Join('&', Enumerable.Range(0, 1_000).Select(i => $"f{i}=x")), $"logout_token={new string('x', 200_000)}", $"{new string('k', 3_000)}=x" })
        {
            using var content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");
            (await client.PostAsync("/sign-in/back-channel", content)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
            (await server.Client.PostAsync($"/journeys/{Guid.NewGuid()}/known-to-me", new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }
    }
}
