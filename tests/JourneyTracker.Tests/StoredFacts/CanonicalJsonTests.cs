using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Tests.StoredFacts;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": [true, null, "x"] }""", """{"a":[true,null,"x"],"b":1}""")]
    [InlineData("""{"\u0041":"\u00e9\u2028\ud83d\ude00\u007f\u00a0"}""", "{\"A\":\"é\u2028😀\u007f\u00a0\"}")]
    [InlineData("""["\u001F\b\t\n\f\r\"\\/"]""", """["\u001f\b\t\n\f\r\"\\/"]""")]
    [InlineData("""[{}, [], "{", "["]""", """[{},[],"{","["]""")]
    [InlineData("""{"b":{"d":1,"c":{}},"a":{"z":[{"y":2,"x":1}],"k":-0}}""", """{"a":{"k":0,"z":[{"x":1,"y":2}]},"b":{"c":{},"d":1}}""")]
    [InlineData("""{"b\u0061":1,"b":2,"\u0062\"":3,"":4}""", """{"":4,"b":2,"b\"":3,"ba":1}""")]
    [InlineData("{\"\uff00\":1,\"\U0001F600\":2}", "{\"\U0001F600\":2,\"\uff00\":1}")]
    public void One_value_has_one_form_as_RFC_8785_says(string json, string canonical) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(JsonDocument.Parse(json).RootElement)).Should().Be(canonical);

    [Fact]
    public void What_two_reports_are_compared_by_is_the_canonical_form_of_the_name_and_the_plain_fact()
    {
        var fact = new Corrected(new FactId(new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), new Contact("call", Protected.Of("said")) { HappenedOn = new DateOnly(2024, 3, 1) }, CorrectionReason.WrongDay, Protected.Of("é\n"))
        {
            HappenedOn = new DateOnly(2024, 3, 2),
        };

        Encoding.UTF8.GetString(FactCodec.PlainContent(fact)).Should().Be(
            """{"fact":{"body":{"happenedOn":"2024-03-02","note":"é\n","replaces":"00000000-0000-0000-0000-000000000001","why":"wrong-day","with":{"body":{"detail":"said","happenedOn":"2024-03-01","type":"call"},"name":"contact.v1"}},"name":"corrected.v1"},"name":"corrected.v1"}""");
    }

    [Theory]
    [InlineData("[1.5]")]
    [InlineData("[9007199254740993]")]
    public void A_number_that_is_not_the_same_everywhere_is_refused(string json) =>
        FluentActions.Invoking(() => CanonicalJson.Of(JsonDocument.Parse(json).RootElement)).Should().Throw<JsonException>();

    [Theory]
    [InlineData("conditionally-cautioned.v1", """{"happenedOn":"2024-01-01","conditions":[null]}""")]
    [InlineData("sentenced.v1", """{"happenedOn":"2024-01-01","disposal":"CO","requirements":[null]}""")]
    public void Nothing_in_a_list_is_null(string name, string body) =>
        FluentActions.Invoking(() => FactCodec.ReadPlain(name, JsonDocument.Parse(body).RootElement)).Should().Throw<UnreadableFactException>();
}
