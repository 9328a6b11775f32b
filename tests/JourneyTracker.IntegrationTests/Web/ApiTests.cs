using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Recording and reading by programs, bad input included.</summary>
public sealed class ApiTests(WebServer server) : IClassFixture<WebServer>
{
    [PostgresFact]
    public async Task A_fact_is_recorded_once_and_a_repeat_says_so()
    {
        var journey = await server.OpenAsync(null);
        var fact = new { journey, name = "contact.v1", body = new { happenedOn = WebServer.Day(-1), type = "phone-call" }, source = new { system = "agency", reference = "row 1" } };
        var first = await server.SendAsync(fact);
        var again = await server.SendAsync(fact);
        (first.StatusCode, again.StatusCode).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK));
        var (recorded, repeated) = (await WebServer.JsonOf(first), await WebServer.JsonOf(again));
        recorded.GetProperty("outcome").GetString().Should().Be("recorded");
        repeated.GetProperty("outcome").GetString().Should().Be("repeated");
        repeated.GetProperty("fact").GetGuid().Should().Be(recorded.GetProperty("fact").GetGuid());
    }

    [PostgresFact]
    public async Task The_same_reference_with_other_content_is_a_conflict()
    {
        var journey = await server.OpenAsync(null);
        object Fact(string type) => new { journey, name = "contact.v1", body = new { happenedOn = WebServer.Day(-1), type }, source = new { system = "agency", reference = "row 2" } };
        await server.SendAsync(Fact("phone-call"));
        await Refused(await server.SendAsync(Fact("visit")), HttpStatusCode.Conflict, "other-content-for-reference");
    }

    [PostgresFact]
    public async Task An_outdated_version_is_a_conflict()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-3) }));
        var answer = await server.SendAsync(new { journey, name = "contact.v1", body = new { happenedOn = WebServer.Day(-1), type = "visit" }, expectedVersion = 1 });
        await Refused(answer, HttpStatusCode.Conflict, "version-conflict");
    }

    [PostgresTheory]
    [InlineData("""{"name":"Testcase Api-Fictional","identifiers":[{"kind":"pnc","number":"03/11985x"}]}""", 200, null)]
    [InlineData("""{"identifiers":[{"kind":"crn","number":"X123456"},{"kind":"pnc","number":"2003/0011986X"}]}""", 400, "identifiers[1]")]
    [InlineData("""{"identifiers":[{"kind":"prison-number","number":"17"}]}""", 400, "identifiers[0]")]
    [InlineData("""{"identifiers":[{"kind":"passport","number":"17"}]}""", 400, "identifiers[0]")]
    [InlineData("""{"identifiers":[null]}""", 400, null)]
    [InlineData("""{"dateOfBirth":"2999-01-01"}""", 400, "dateOfBirth")]
    [InlineData("""{"dateOfBirth":"soon"}""", 400, "dateOfBirth")]
    [InlineData("{}", 400, null)]
    [InlineData("{", 400, null)]
    public async Task Who_she_is_goes_into_the_vault_and_a_wrong_number_is_refused_in_words(string sent, int status, string? where)
    {
        var journey = await server.OpenAsync(null);
        var answer = await server.Client.PostAsync($"/api/journeys/{journey}/identity", new StringContent(sent, Encoding.UTF8, "application/json"));
        ((int)answer.StatusCode).Should().Be(status);
        var said = await WebServer.JsonOf(answer);
        if (status == 200) said.GetProperty("identifiers")[0].GetProperty("number").GetString().Should().Be("2003/0011985X");
        else (said.TryGetProperty("where", out var field) ? field.GetString() : null).Should().Be(where);
        (await server.Client.PostAsync($"/api/journeys/{Guid.NewGuid()}/identity", new StringContent("""{"name":"Testcase"}""", Encoding.UTF8, "application/json")))
            .StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [PostgresTheory]
    [InlineData("""{"name":"journey-opened.v1","body":{"happenedOn":"2999-01-01","how":"hand"}}""", 400, "future-day")]
    [InlineData("""{"name":"journey-opened.v1","body":{"happenedOn":"2024-02-30","how":"hand"}}""", 400, "malformed")]
    [InlineData("""{"name":"journey-opened.v1","body":{"happenedOn":"2024-02-20","how":"hand","area":"E99"}}""", 400, "unknown-code")]
    [InlineData("""{"name":"journey-opened.v1","body":{"happenedOn":"2024-02-20","how":"hand","more":1}}""", 400, "malformed")]
    [InlineData("""{"name":"journey-opened.v1","body":{"how":"hand"}}""", 400, "malformed")]
    [InlineData("""{"name":"journey-opened.v1","body":{"happenedOn":"2024-02-20","how":0}}""", 400, "malformed")]
    [InlineData("""{"name":"never-heard-of.v1","body":{}}""", 400, "unknown-fact")]
    [InlineData("""{"name":"arrested.v1","body":{"happenedOn":"2024-02-20"}}""", 404, "unknown-journey")]
    [InlineData("""{"journey":"nonsense","name":"arrested.v1","body":{"happenedOn":"2024-02-20"}}""", 404, "unknown-journey")]
    [InlineData("""{"journey":"0199aaaa-0000-4000-8000-000000000001","name":"arrested.v1","body":{"happenedOn":"2024-02-20"}}""", 404, "unknown-journey")]
    [InlineData("""{"name":"journey-opened.v1","name":"arrested.v1","body":{}}""", 400, "malformed")]
    [InlineData("[1]", 400, "malformed")]
    [InlineData("null", 400, "malformed")]
    [InlineData("""{"name":null,"body":{}}""", 400, "malformed")]
    [InlineData("{", 400, "malformed")]
    [InlineData("", 400, "malformed")]
    public async Task What_cannot_be_recorded_is_refused_in_words(string sent, int status, string rule) =>
        await Refused(await SendAsync(Encoding.UTF8.GetBytes(sent)), (HttpStatusCode)status, rule);

    [PostgresTheory]
    [InlineData("""{"name":"arrested.v1","body":{"happenedOn":"2024-02-20","ofenceGroup":"x"}}""", "arrested.v1 has no field 'ofenceGroup'. It has: ", "ofenceGroup")]
    [InlineData("""{"name":"journey-opened.v1","body":{"happenedOn":"2024-02-20","how":"magic"}}""", "how is one of hand, import, simulation.", "how")]
    [InlineData("""{"name":"arrested.v1","body":{}}""", "arrested.v1 needs happenedOn.", "happenedOn")]
    [InlineData("""{"name":"arrested.v1","body":{"happenedOn":null}}""", "happenedOn cannot be null.", "happenedOn")]
    [InlineData("""{"name":"arrested.v1","body":{"happenedOn":7}}""", "happenedOn is 2024-03-01 (a day)", "happenedOn")]
    [InlineData("""{"name":"arrested.v1","body":[]}""", "arrested.v1 is a JSON object.", "body")]
    [InlineData("""{"name":"recalled.v1","body":{"happenedOn":"2024-02-20","lengthInDays":"x"}}""", "recalled.v1 needs kind.", "kind")]
    [InlineData("""{"name":"recalled.v1","body":{"happenedOn":"2024-02-20","kind":"FTR_28","lengthInDays":"x"}}""", "lengthInDays is a whole number.", "lengthInDays")]
    [InlineData("""{"name":"sentenced.v1","body":{"happenedOn":"2024-02-20","disposal":"CO","length":"a year"}}""", "length is a length such as P1Y6M", "length")]
    [InlineData("""{"name":"needs-assessed.v1","body":{"happenedOn":"2024-02-20","pathways":[{"pathway":"ACCOM","answer":"perhaps"}]}}""", "pathways[0].answer is one of ", "pathways[0].answer")]
    [InlineData("""{"name":"corrected.v1","body":{"happenedOn":"2024-02-20","replaces":"0199aaaa-0000-4000-8000-000000000001","with":{"name":"journey-opened.v1","body":{"happenedOn":"2024-02-20","how":"magic"}},"why":"wrong-day"}}""", "with.body.how is one of ", "with.body.how")]
    [InlineData("""{"name":"arrested.v1"}""", "A fact needs body.", "body")]
    [InlineData("""{"name":"arrested.v1","body":{},"expectedVersion":"x"}""", "expectedVersion is a whole number.", "expectedVersion")]
    [InlineData("""{"name":"arrested.v1","body":{},"nmae":1}""", "A fact has no field 'nmae'. It has: name, body, journey, source", "nmae")]
    [InlineData("[1]", "A fact is a JSON object.", null)]
    [InlineData("{ no", "This is not JSON in UTF-8, at line 1, byte 3.", null)]
    public async Task A_refusal_is_in_the_names_of_the_wire_and_never_in_the_programs_own(string sent, string sentence, string? where)
    {
        var answer = await SendAsync(Encoding.UTF8.GetBytes(sent));
        var text = await answer.Content.ReadAsStringAsync();
        text.Should().NotContain("JourneyTracker.").And.NotContain("System.").And.NotContain("LineNumber");
        await Refused(answer, HttpStatusCode.BadRequest, "malformed");
        var problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("title").GetString().Should().StartWith(sentence);
        if (where is not null) problem.GetProperty("where").GetString().Should().Be(where);
    }

    [PostgresFact]
    public async Task Every_refusal_says_how_to_mend_it()
    {
        using var put = new HttpRequestMessage(HttpMethod.Put, "/api/facts") { Content = new StringContent("{}") };
        var answers = new[]
        {
            (405, null, await server.Client.SendAsync(put)),
            (404, null, await server.Client.GetAsync("/api/nothing")),
            (404, "unknown-journey", await server.Client.GetAsync($"/api/journeys/{Guid.NewGuid()}")),
            (413, "too-long", await SendAsync(new byte[300 << 10])),
            (415, "malformed", await SendAsync("a=b"u8.ToArray(), "text/plain")),
        };
        foreach (var (status, rule, answer) in answers)
        {
            ((int)answer.StatusCode).Should().Be(status);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            var problem = await WebServer.JsonOf(answer);
            problem.GetProperty("title").GetString().Should().EndWith(".", $"{status}");
            problem.GetProperty("detail").GetString().Should().EndWith(".", $"{status}");
            (problem.TryGetProperty("rule", out var said) ? said.GetString() : null).Should().Be(rule);
        }

        answers[0].Item3.Content.Headers.Allow.Should().Equal("POST");
    }

    [PostgresFact]
    public async Task A_correction_of_nothing_and_a_second_correction_are_refused()
    {
        var journey = await server.OpenAsync(null);
        var fact = (await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-9) }, journey)).GetProperty("fact").GetGuid();
        Task<HttpResponseMessage> Correct(Guid replaces) => server.SendAsync(new
        {
            journey,
            name = "corrected.v1",
            body = new { happenedOn = WebServer.Day(0), replaces, with = new { name = "arrested.v1", body = new { happenedOn = WebServer.Day(-8) } }, why = "wrong-day" },
        });
        await Refused(await Correct(Guid.NewGuid()), HttpStatusCode.BadRequest, "unknown-fact-to-correct");
        (await Correct(fact)).StatusCode.Should().Be(HttpStatusCode.Created);
        await Refused(await Correct(fact), HttpStatusCode.Conflict, "not-the-latest-correction");
    }

    [PostgresFact]
    public async Task Wrong_encodings_are_refused_and_a_byte_order_mark_is_not()
    {
        const string Opened = """{"name":"journey-opened.v1","body":{"happenedOn":"2024-02-20","how":"hand"}}""";
        (await SendAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Opened)])).StatusCode.Should().Be(HttpStatusCode.Created);
        await Refused(await SendAsync(Encoding.Latin1.GetBytes("""{"name":"é","body":{}}""")), HttpStatusCode.BadRequest, "malformed");
        await Refused(await SendAsync(Encoding.Unicode.GetBytes(Opened)), HttpStatusCode.BadRequest, "malformed");
        (await SendAsync(Encoding.Unicode.GetBytes(Opened), "application/json; charset=utf-16")).StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await SendAsync("a=b"u8.ToArray(), "application/x-www-form-urlencoded")).StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [PostgresFact]
    public async Task Each_line_has_its_outcome_in_the_order_sent_whatever_the_line_ends()
    {
        var journey = await server.OpenAsync(null);
        var good = $$"""{"journey":"{{journey}}","name":"contact.v1","source":{"system":"agency","reference":"lines"},"body":{"happenedOn":"{{WebServer.Day(-2)}}","type":"visit"} }""";
        var answer = await WebServer.JsonOf(await server.SendLinesAsync(Encoding.UTF8.GetBytes($"\uFEFF{good}\r\n\nnot json\n{good}\r\n{{}}")));
        answer.GetProperty("outcomes").EnumerateArray()
            .Select(o => (o.GetProperty("line").GetInt32(), o.GetProperty("outcome").GetString()))
            .Should().Equal((1, "recorded"), (3, "refused"), (4, "repeated"), (5, "refused"));
        var refused = answer.GetProperty("outcomes")[1];
        refused.GetProperty("rule").GetString().Should().Be("malformed");
        refused.GetProperty("what").GetString().Should().NotBeNullOrEmpty();
        refused.GetProperty("how").GetString().Should().NotBeNullOrEmpty();
    }

    [PostgresFact]
    public async Task A_thousand_facts_at_once_are_recorded_in_the_order_sent()
    {
        var journeys = new[] { await server.OpenAsync(null), await server.OpenAsync(null), await server.OpenAsync(null) };
        var facts = Enumerable.Range(0, 1_000).Select(i => (object)new
        {
            journey = journeys[i % 3],
            name = "contact.v1",
            body = new { happenedOn = WebServer.Day(-2), type = "visit" },
            source = new { system = "thousand", reference = $"{i}" },
        });
        var answer = await WebServer.JsonOf(await server.SendLinesAsync(facts));
        answer.GetProperty("recorded").GetInt32().Should().Be(1_000);
        var outcomes = answer.GetProperty("outcomes").EnumerateArray().ToList();
        outcomes.Select(o => o.GetProperty("journey").GetGuid()).Should().Equal(Enumerable.Range(0, 1_000).Select(i => journeys[i % 3]));
        outcomes.Where((_, i) => i % 3 == 0).Select(o => o.GetProperty("version").GetInt64()).Should().BeInAscendingOrder();
    }

    [PostgresFact]
    public async Task A_line_of_10_MB_and_a_request_of_20_MB_are_too_large()
    {
        var line = new byte[10 << 20];
        Array.Fill(line, (byte)'x');
        (await server.SendLinesAsync(line)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await SendAsync(line)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        using var huge = new HttpRequestMessage(HttpMethod.Post, "/api/facts") { Content = new ByteArrayContent(new byte[20 << 20]) };
        huge.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        // Otherwise the answer comes, and the connection ends, while the client still sends.
        huge.Headers.ExpectContinue = true;
        (await server.Client.SendAsync(huge)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await server.Client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task A_journey_is_read_as_at_a_day_and_every_read_is_written_down()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-10) }), ("prosecution-started.v1", new { happenedOn = WebServer.Day(-5), form = "charge" }));
        var now = await WebServer.JsonOf(await server.Client.GetAsync($"/api/journeys/{journey}"));
        var then = await WebServer.JsonOf(await server.Client.GetAsync($"/api/journeys/{journey}?asAt={WebServer.Day(-7)}"));
        var before = await server.Client.GetAsync($"/api/journeys/{journey}?knownAt=2020-01-01T00:00:00Z");
        now.GetProperty("stage").GetString().Should().Be("before-the-court");
        then.GetProperty("stage").GetString().Should().Be("under-investigation");
        before.StatusCode.Should().Be(HttpStatusCode.NotFound, "nothing was known of her then");
        (await server.LookedAsync($"journey = '{journey}' and door = 'api:journeys' and operation = 'consultation' and person = 'ada' and subject is null")).Should().Be(3, "that nothing was known of her is told to nobody else");
        (await server.Client.GetAsync($"/api/journeys/{journey}?asAt=1.1.2024")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await server.Client.GetAsync($"/api/journeys/{journey}?knownAt=9999-12-31")).StatusCode.Should().Be(HttpStatusCode.OK, "the last day there is has an end, too");
    }

    [PostgresFact]
    public async Task Women_are_counted_by_stage()
    {
        await server.OpenAsync("E23000007", ("remanded.v1", new { happenedOn = WebServer.Day(-3) }));
        var answer = await WebServer.JsonOf(await server.Client.GetAsync($"/api/stages?asAt={WebServer.Day(-1)}&by=area"));
        answer.GetProperty("stages").GetProperty("remanded").GetInt32().Should().BePositive();
        answer.GetProperty("stages").EnumerateObject().Should().HaveCount(16);
        answer.GetProperty("groups").EnumerateArray().Should().NotBeEmpty();
        (await server.Client.GetAsync("/api/stages?asAt=yesterday")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [PostgresFact]
    public async Task The_description_names_every_endpoint_of_the_api_and_every_fact()
    {
        var document = await WebServer.JsonOf(await server.Client.GetAsync("/openapi"));
        var endpoints = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => p.StartsWith("/api", StringComparison.Ordinal) || p.StartsWith("/health", StringComparison.Ordinal));
        document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo(endpoints.Distinct());
        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (var kind in FactCatalogue.All)
            schemas.GetProperty(kind.Name).GetProperty("properties").GetProperty("happenedOn").GetProperty("type").GetString().Should().Be("string");
        schemas.GetProperty("recalled.v2").GetProperty("properties").GetProperty("purpose").GetProperty("enum").EnumerateArray().Should().NotBeEmpty();
        References(document).Where(r => !r.Split('/').Skip(1).Aggregate((JsonElement?)document, (at, step) => at?.TryGetProperty(step, out var next) == true ? next : null).HasValue)
            .Should().BeEmpty("every reference leads somewhere");
    }

    [Fact]
    public void A_busy_journal_is_429_and_every_rule_has_a_status()
    {
        Problems.StatusOf(Domain.Journal.Rule.Busy).Should().Be(StatusCodes.Status429TooManyRequests);
        Enum.GetValues<Domain.Journal.Rule>().Should().OnlyContain(r => Problems.StatusOf(r) >= 400 && Problems.StatusOf(r) < 500);
    }

    private Task<HttpResponseMessage> SendAsync(byte[] bytes, string type = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return server.Client.PostAsync("/api/facts", content);
    }

    private static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string rule)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(status, text);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("rule").GetString().Should().Be(rule);
        problem.GetProperty("title").GetString().Should().EndWith(".");
        problem.GetProperty("detail").GetString().Should().EndWith(".");
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.NameEquals("$ref") ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
