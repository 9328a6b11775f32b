using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.IntegrationTests.Import;

public sealed class NdjsonReaderTests : IDisposable
{
    private readonly ImportFolder folder = new();

    [Fact]
    public void Members_become_text()
    {
        using var reader = Open("""
            {"id":1,"who":"Zo\u00eb","flag":true,"none":null,"other":[1,{"a":2}],"id2":"x"}

            {"who":" b ","id":2.50,"nested":{"a":1}}
            """);

        var rows = ImportFolder.All(reader);

        rows.Select(r => string.Join('|', r.Cells)).Should().Equal("1|Zoë|true||", "2.50|b|||{\"a\":1}");
        rows.Select(r => r.Line).Should().Equal(1, 3);
        reader.NeverSeen.Should().BeEmpty();
    }

    [Fact]
    public void What_is_not_an_object_is_refused_and_the_next_line_is_read()
    {
        using var reader = Open("[1]\n{\"id\":\n{\"id\":\"\\ud800\"}\n{\"id\":1} x\n{\"id\":\"5\",\"who\":\"a\"}\n");

        var rows = ImportFolder.All(reader);

        rows.Select(r => r.Problem?.Rule).Should().Equal("malformed", "malformed", "malformed", "malformed", null);
        rows[4].Cells[0].Should().Be("5");
        reader.NeverSeen.Should().BeEquivalentTo("flag", "none", "nested");
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_refused_by_itself()
    {
        using var reader = Open("{\"id\":\"" + new string('x', 10 << 20) + "\"}\r\n{\"id\":2}");

        var rows = ImportFolder.All(reader);

        rows.Select(r => (r.Line, r.Problem?.Rule)).Should().Equal((1, "too-long"), (2, null));
    }

    public void Dispose() => folder.Dispose();

    private NdjsonReader Open(string text) =>
        new(InputFile.Open(folder.Write("a.ndjson", text)), ["id", "who", "flag", "none", "nested"], keepRaw: true);
}
