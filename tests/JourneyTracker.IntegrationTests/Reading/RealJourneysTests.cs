using System.Globalization;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Import;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Custody;
using JourneyTracker.Projections.DataQuality;

namespace JourneyTracker.IntegrationTests.Reading;

/// <summary>The real extract, imported, answers as independent programs answered from the same rows. Their answers are compared with, never used.</summary>
public sealed class RealJourneysTests(RealJourneysTests.Imported imported) : IClassFixture<RealJourneysTests.Imported>
{
    private static readonly Caller Auditor = new("auditor", "Inspectorate", "GOVERNMENT", Role.Auditor, JournalHouse.North);

    [RealDataFact]
    public async Task Women_by_stage_are_as_published_for_every_day()
    {
        foreach (var row in Oracle("g_status_as_of.csv"))
        {
            var census = await imported.Door.StagesAsync(Auditor, row.Day, null, null, "test", default);

            var (jail, prison) = (census!.Stages[Stage.Remanded], census.Stages[Stage.InCustody]);
            var community = census.Stages.Values.Sum() - jail - prison;
            (census.NotYetKnown, community, jail, prison).Should()
                .Be((row.Count("not_yet_known"), row.Count("in_community"), row.Count("in_jail"), row.Count("in_prison")), $"as at {row.Day:yyyy-MM-dd}");
        }
    }

    [RealDataFact]
    public async Task The_custody_population_is_as_published_for_every_month()
    {
        var rows = Oracle("e_custody_population.csv");
        var population = new CustodyPopulation(CustodyPopulation.Days(rows[0].Day, rows[^1].Day, monthly: true));
        await imported.Door.EachAsync(Auditor, null, "custody", "test", (_, status) => population.Add(status), default);

        population.Result().Select(d => (d.Day, d.ByBasis[CustodyBasis.Remand], d.ByBasis[CustodyBasis.Sentence], d.Women, d.OnMoreThanOneBasis)).Should()
            .Equal(rows.Select(r => (r.Day, r.Count("in_jail"), r.Count("in_prison"), r.Count("in_custody_either"), r.Count("in_both"))));
    }

    [RealDataFact]
    public async Task What_does_not_fit_is_found_as_often_as_the_importer_of_the_source_found_it()
    {
        var found = new Dictionary<FindingCode, int>();
        await imported.Door.EachAsync(
            Auditor, null, "findings", "test", (journey, status) =>
            {
                foreach (var finding in DataQualityFindings.Of(journey, status)) found[finding.Code] = found.GetValueOrDefault(finding.Code) + 1;
            }, default);

        found.Should().BeEquivalentTo(new Dictionary<FindingCode, int>
        {
            [FindingCode.SameDayStay] = Issues("same_day_stay"),
            [FindingCode.OverlappingStays] = Issues("overlapping_interval"),
            [FindingCode.TouchingStays] = Issues("touching_interval_same_date"),
            [FindingCode.ReportedTwice] = Issues("reoffence_and_violent_reoffence_same_date"),
        });
    }

    [RealDataFact]
    public async Task What_was_known_before_the_import_is_nothing()
    {
        var census = await imported.Door.StagesAsync(Auditor, new DateOnly(2015, 1, 1), new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), null, "test", default);
        (census!.Position, census.NotYetKnown, census.Stages.Values.Sum()).Should().Be((0, 0, 0));
    }

    private static int Issues(string code) =>
        File.ReadLines(RealData.Data("real/import_issues.csv")).Count(l => l.StartsWith(code + ",", StringComparison.Ordinal));

    private static List<Row> Oracle(string name)
    {
        var lines = File.ReadAllLines(RealData.Data($"real/oracles/{name}"));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => new Row(header, l.Split(',')))];
    }

    private sealed record Row(string[] Header, string[] Cells)
    {
        public DateOnly Day => DateOnly.ParseExact(Cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);

        public int Count(string column) => int.Parse(Cells[Array.IndexOf(Header, column)], CultureInfo.InvariantCulture);
    }

    /// <summary>The extract, imported once.</summary>
    public sealed class Imported : IAsyncLifetime
    {
        private JournalHouse? house;

        public ReadingDoor Door { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            if (RealData.ReasonToSkip is not null) return;
            house = await JournalHouse.CreateAsync();
            await house.House.ImportExampleAsync("real/contact_points.csv", "compas-contact-points.json");
            Door = new ReadingDoor(house.House.Journal, house.House.Sealing, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);
        }

        public async Task DisposeAsync()
        {
            if (house is not null) await house.DisposeAsync();
        }
    }
}
