using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Tests.StoredFacts;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": [true, null, "x"] }""", """{"a":[true,null,"x"],"b":1}""")]
    [InlineData("""{"\u0041":"\u00e9\u2028\ud83d\ude00\u007f\u00a0"}""", "{\"A\":\"é\u2028😀\u007f\u00a0\"}")]
    [InlineData("""["\u001F\b\t\n\f\r\"\\/"]""", """["\u001f\b\t\n\f\r\"\\/"]""")]
    [InlineData("""[{}, [], "{", "["]""", """[{},[],"{","["]""")]
    public void One_value_has_one_form_as_RFC_8785_says(string json, string canonical) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(JsonDocument.Parse(json).RootElement)).Should().Be(canonical);

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
