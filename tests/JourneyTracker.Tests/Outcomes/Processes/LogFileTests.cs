using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using JourneyTracker.Outcomes.Processes;
using JourneyTracker.Outcomes.Processes.Export;

namespace JourneyTracker.Tests.Outcomes.Processes;

public sealed class LogFileTests : IDisposable
{
    private const string Log = """
        case_id,event_no,occurred_at,activity,amount
        A,1,2026-03-01T00:00:00+01:00,Fined,35
        A,2,2026-03-01T09:30:00+01:00,Paid,
        B,1,2026-07-05T00:00:00+02:00,Fined,20
        B,2,2026-07-07T00:00:00+02:00,Fined,20
        B,3,2026-07-07T00:00:00+02:00,Paid,40
        """;

    private readonly string path = Path.GetTempFileName() + ".csv.gz";

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_log_of_somebody_else_is_counted_in_the_order_of_the_file_with_gaps_in_seconds()
    {
        var log = Of(Log);

        var graph = DirectlyFollowsGraph.Of(log.Events());

        (graph.Cases, graph.Events).Should().Be((2, 5));
        graph.Pairs.Select(p => (p.From, p.To, p.Count, p.Gap.Min, p.Gap.Max)).Should().Equal(("Fined", "Paid", 2L, 0L, 34_200L), ("Fined", "Fined", 1L, 172_800L, 172_800L));
        VariantCounter.Of(log.Events()).Select(v => v.Path).Should().BeEquivalentTo("Fined > Paid", "Fined > Fined > Paid");
    }

    [Fact]
    public void XES_and_OCEL_files_have_the_same_cases_and_events_and_a_midnight_of_its_own_offset_stays_on_its_day()
    {
        var log = Of(Log);
        using var xes = new MemoryStream();
        XesWriter.Write(xes, "fines", log.Traces());
        using var ocel = new MemoryStream();
        OcelWriter.Write(ocel, log.Objects(), log.ObjectEvents());

        var events = XDocument.Parse(Encoding.UTF8.GetString(xes.ToArray())).Descendants().Where(e => e.Name.LocalName == "event").ToList();
        events.Select(e => Value(e, "happenedOn")).Should().Equal("2026-03-01", "2026-03-01T08:30:00", "2026-07-05", "2026-07-07", "2026-07-07");
        events.Select(e => Value(e, "amount")).Should().Equal("35", null, "20", "20", "40");
        var written = JsonElement.Parse(ocel.ToArray());
        written.GetProperty("objects").EnumerateArray().Select(o => o.GetProperty("id").GetString()).Should().Equal("A", "B");
        written.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("relationships")[0].GetProperty("objectId").GetString()).Should().Equal("A", "A", "B", "B", "B");
    }

    [Theory]
    [InlineData("case_id,occurred_at,what\nA,2026-03-01,x", "*no column activity*")]
    [InlineData("case_id,occurred_at,activity\nA,2026-03-01,x\nB,2026-03-01,x\nA,2026-03-01,x", "Row 4*do not stand together*")]
    [InlineData("case_id,occurred_at,activity\nA,soon,x", "Row 2*no instant*")]
    [InlineData("case_id,occurred_at,activity\nA,,x", "Row 2 lacks*")]
    public void What_is_no_log_is_refused_with_its_row_and_why(string text, string why) =>
        Of(text).Invoking(l => l.Events().ToList()).Should().Throw<LogFileException>().WithMessage(why);

    private LogFile Of(string text)
    {
        using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(text));
        return new LogFile(path);
    }

    private static string? Value(XElement of, string key) => (string?)of.Elements().SingleOrDefault(a => (string?)a.Attribute("key") == key)?.Attribute("value");
}
