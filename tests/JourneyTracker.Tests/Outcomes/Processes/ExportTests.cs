using System.Text.Json;
using System.Xml.Linq;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Processes.Export;

namespace JourneyTracker.Tests.Outcomes.Processes;

public sealed class ExportTests
{
    private static readonly XNamespace Xes = "http://www.xes-standard.org/";

    [Fact]
    public void An_XES_file_has_its_traces_and_events_in_order_with_their_standard_names()
    {
        var log = WriteXes(new LoggedTrace("P1", [Event("arrested", "2026-03-05T09:30"), Event("released", "2026-03-06")]), new LoggedTrace("P<2>", []));

        log.Name.Should().Be(Xes + "log");
        log.Elements(Xes + "extension").Select(e => (string)e.Attribute("prefix")!).Should().Equal("concept", "time", "lifecycle");
        log.Elements(Xes + "trace").Select(t => Value(t, "concept:name")).Should().Equal("P1", "P<2>");
        var events = log.Descendants(Xes + "event").ToList();
        events.Select(e => (Value(e, "concept:name"), Value(e, "lifecycle:transition"))).Should().Equal(("arrested", "complete"), ("released", "complete"));
        events.Select(e => e.Elements(Xes + "date").Count()).Should().Equal(1, 1);
    }

    [Theory]
    [InlineData("2026-03-05T09:30", "2026-03-05T09:30:00.000+00:00", "2026-03-05T09:30:00", "time")]
    [InlineData("2026-07-05T00:30", "2026-07-05T00:30:00.000+01:00", "2026-07-05T00:30:00", "time")]
    [InlineData("2026-10-25T01:30", "2026-10-25T01:30:00.000+01:00", "2026-10-25T01:30:00", "time")]
    [InlineData("2026-07-05", "2026-07-05T00:00:00.000+00:00", "2026-07-05", "day")]
    [InlineData("2026-07", "2026-07-01T00:00:00.000+00:00", "2026-07", "month")]
    [InlineData("../2026-07-05", "2026-07-05T00:00:00.000+00:00", "../2026-07-05", "unknown")]
    public void A_timestamp_stays_on_its_day_and_says_how_much_of_it_is_known(string at, string timestamp, string happenedOn, string precision)
    {
        var written = WriteXes(new LoggedTrace("P", [Event("arrested", at)])).Descendants(Xes + "event").Single();

        (Value(written, "time:timestamp"), Value(written, "happenedOn"), Value(written, "precision")).Should().Be((timestamp, happenedOn, precision));
    }

    [Fact]
    public void An_OCEL_file_has_events_objects_their_types_and_what_takes_part_in_what()
    {
        using var stream = new MemoryStream();
        OcelWriter.Write(stream, [new("W1", "woman", new Dictionary<string, string> { ["ageBand"] = "25-34" }), new("M1", "custody")],
            [new("E1", "received", HappenedOn.Parse("2026-07-05", null), [("W1", "woman"), ("M1", "opened")], new Dictionary<string, string> { ["basis"] = "remand" })]);
        var log = JsonElement.Parse(stream.ToArray());

        Names(log.GetProperty("eventTypes")).Should().Equal("received");
        Names(log.GetProperty("eventTypes")[0].GetProperty("attributes")).Should().Equal("basis", "happenedOn", "precision");
        Names(log.GetProperty("objectTypes")).Should().Equal("custody", "woman");
        log.GetProperty("objects")[0].GetProperty("attributes")[0].GetProperty("value").GetString().Should().Be("25-34");
        var written = log.GetProperty("events")[0];
        (written.GetProperty("id").GetString(), written.GetProperty("type").GetString(), written.GetProperty("time").GetString()).Should().Be(("E1", "received", "2026-07-05T00:00:00.000+00:00"));
        written.GetProperty("relationships").EnumerateArray().Select(r => (r.GetProperty("objectId").GetString(), r.GetProperty("qualifier").GetString())).Should().Equal(("W1", "woman"), ("M1", "opened"));
    }

    [Fact]
    public void A_long_log_is_written_as_it_comes()
    {
        using var stream = new CountingStream();
        var longest = 0L;
        OcelWriter.Write(stream, [], Enumerable.Range(0, 5_000).Select(i =>
        {
            longest = stream.Written;
            return new LoggedObjectEvent($"E{i}", "arrested", HappenedOn.Parse("2026-07-05", null), []);
        }));

        longest.Should().BeGreaterThan(stream.Written * 3 / 4, "most had left before the last event was asked for");
    }

    private static LoggedEvent Event(string activity, string at) => new(activity, HappenedOn.Parse(at, null));

    private static XElement WriteXes(params LoggedTrace[] traces)
    {
        using var stream = new MemoryStream();
        XesWriter.Write(stream, "women", traces);
        stream.Position = 0;
        return XElement.Load(stream);
    }

    private static string? Value(XElement of, string key) => (string?)of.Elements().Single(e => (string?)e.Attribute("key") == key).Attribute("value");

    private static IEnumerable<string?> Names(JsonElement types) => types.EnumerateArray().Select(t => t.GetProperty("name").GetString());

    private sealed class CountingStream : MemoryStream
    {
        public long Written { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;

        public override void Write(byte[] buffer, int offset, int count) => Written += count;
    }
}
