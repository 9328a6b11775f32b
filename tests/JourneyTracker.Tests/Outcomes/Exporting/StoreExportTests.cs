using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Exporting;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Exporting;

public sealed partial class StoreExportTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory().FullName;
    private readonly OutcomesStore store;

    public StoreExportTests()
    {
        store = new OutcomesStore(root, "north");
        using var next = store.Begin(takesOver: false);
        for (var i = 1; i <= 3; i++) next.Put(new JourneyId(new Guid(i, 0, 0, new byte[8])), Woman.Replayed, Woman.Status);
        next.Complete(1, new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), 0);
    }

    private static A Woman => A.Journey()
        .With(
            new Arrested { HappenedOn = A.Day("2026-01-02"), Matter = new MatterReference("m1.AAECAwQFBgcICQoLDA0ODw") },
            new Sentenced("IMMEDIATE_CUSTODY", OffenceOn: A.Day("2025-12-24"), ConsecutiveTo: new FactId(new Guid(9, 9, 9, new byte[8]))) { HappenedOn = A.Day("2026-02-03") },
            new AccessLimited(Protected.Of<ValueList<Recipient>>([]), ReviewOn: A.Day("2026-03-04")) { HappenedOn = A.Day("2026-02-04") })
        .By("A refuge", new SessionKept(Protected.Of(new SupportFor("WOMENS_CENTRE"))) { HappenedOn = A.Day("2026-02-05") });

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void The_dictionary_has_every_table_and_column_of_the_store_that_is_not_worked_out_from_others()
    {
        using var open = store.Open()!;
        using var connection = open.Connect();
        var derived = new[] { "sentence", "occasion", "proceeding", "release", "recall", "proof", "gone", "score" };

        var columns = connection.Query("select table_name, column_name from information_schema.columns where table_catalog = current_database()").Rows.Where(r => !derived.Contains((string)r[0]!)).Select(r => $"{r[0]}.{r[1]}");

        DataDictionary.All.Select(c => $"{c.Table}.{c.Name}").Should().BeEquivalentTo(columns).And.HaveCountGreaterThan(50);
        DataDictionary.All.Should().OnlyContain(c => c.Meaning.Length > 0 && c.Source.Length > 0);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Parquet)]
    public void Rows_leave_with_a_dictionary_and_a_citation_and_without_what_tells_of_who_may_know_of_her(ExportFormat format)
    {
        var folder = Export(format);

        var facts = Read(folder, "fact", format);
        facts.Rows.Select(r => r[facts["name"]]).Distinct().Should().BeEquivalentTo(["arrested", "sentenced", "session-kept"], "an access limit is nobody's row");
        facts.Rows.Should().HaveCount(9);
        facts.Rows.Where(r => Equals(r[facts["name"]], "session-kept")).Should().OnlyContain(r => r[facts["agency"]] == null, "the name of a service can tell of abuse");
        string.Join('\n', facts.Rows.Select(r => string.Join('|', r))).Should().NotContainAny("m1.", "00000009-0009", "A refuge").And.Contain("(id)");
        Read(folder, "person", format).Rows.Should().HaveCount(3);
        File.ReadAllText(Path.Combine(folder, "CITATION.cff")).Should().Contain("cff-version: 1.2.0").And.Contain("position 1;");
        File.ReadAllText(Path.Combine(folder, "data-dictionary.csv")).Should().Contain("fact,matter,reference,");
    }

    [Fact]
    public void No_two_exports_have_a_name_in_common_and_none_has_one_of_the_store()
    {
        string[] Names(string column) => [.. new[] { Export(ExportFormat.Csv), Export(ExportFormat.Csv) }.SelectMany(f => { var t = Read(f, "fact", ExportFormat.Csv); return t.Rows.Select(r => (string?)r[t[column]]).Where(n => n is not null).Distinct(); })!];

        Names("person").Should().HaveCount(6).And.OnlyHaveUniqueItems();
        Names("matter").Should().HaveCount(2).And.OnlyHaveUniqueItems("three arrests in one case are still of one case");
        using var open = store.Open()!;
        using var connection = open.Connect();
        Names("person").Should().NotIntersectWith(connection.Query("select person::varchar from person").Rows.Select(r => (string)r[0]!));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xes)]
    [InlineData(ExportFormat.Ocel)]
    public void By_month_no_day_leaves_in_any_column_nor_within_what_a_fact_says(ExportFormat format)
    {
        var folder = Export(format, byMonth: true);

        foreach (var file in Directory.GetFiles(folder).Where(f => !f.EndsWith("cff", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file).Replace("1970-01-01", "", StringComparison.Ordinal);
            Day().Matches(text).Select(m => m.Value).Where(d => !d.EndsWith("-01", StringComparison.Ordinal)).Should().BeEmpty(file);
            if (Path.GetFileNameWithoutExtension(file) is "fact" or "journeys") text.Should().Contain("2025-12", "the month stays");
        }
    }

    [Fact]
    public void As_XES_and_OCEL_every_fact_that_leaves_is_an_event_of_its_woman()
    {
        var xes = XDocument.Load(Path.Combine(Export(ExportFormat.Xes), "journeys.xes"));
        var ocel = JsonElement.Parse(File.ReadAllBytes(Path.Combine(Export(ExportFormat.Ocel), "journeys.jsonocel")));

        xes.Descendants().Where(e => e.Name.LocalName == "trace").Select(t => t.Elements().Count(e => e.Name.LocalName == "event")).Should().Equal(3, 3, 3);
        ocel.GetProperty("events").GetArrayLength().Should().Be(9);
        ocel.GetProperty("objects").EnumerateArray().GroupBy(o => o.GetProperty("type").GetString()).Select(g => $"{g.Key} {g.Count()}").Should().BeEquivalentTo("woman 3", "case 1", "agency 1");
        var ids = ocel.GetProperty("objects").EnumerateArray().Select(o => o.GetProperty("id").GetString()).ToHashSet();
        ocel.GetProperty("events").EnumerateArray().SelectMany(e => e.GetProperty("relationships").EnumerateArray()).Should().OnlyContain(r => ids.Contains(r.GetProperty("objectId").GetString()));
    }

    private string Export(ExportFormat format, bool byMonth = false)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString("N"))).FullName;
        StoreExport.Write(store, folder, format, byMonth, A.Day("2026-09-02"));
        return folder;
    }

    private static DuckTable Read(string folder, string table, ExportFormat format)
    {
        using var database = DuckDatabase.Open(null, DuckAccess.Write);
        using var connection = database.Connect();
        return connection.Query(format == ExportFormat.Csv ? $"select * from read_csv('{folder}/{table}.csv', header = true, all_varchar = true)" : $"select * from '{folder}/{table}.parquet'");
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();
}
