using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.IntegrationTests.Import;

public sealed class RealDataDryRunTests
{
    [RealDataFact]
    public async Task Every_contact_point_and_person_makes_facts()
    {
        var result = await DryRunAsync("real/contact_points.csv", "compas-contact-points.json");

        result.IsClean.Should().BeTrue(string.Join('\n', result.Main.FirstRefusals.Concat(result.People!.FirstRefusals)));
        (result.Main.Accepted, result.Main.Facts, result.People!.Accepted, result.Journeys).Should().Be((6700, 6700, 1192, 1192));
        Notices(result.People).Should().Equal(IssueCounts("age_cat_disagrees_with_age", "is_recid_minus_1_no_case_found", "score_sentinel_minus_1"));
    }

    [RealDataFact]
    public async Task The_stay_that_ends_before_it_starts_is_the_one_refused()
    {
        var result = await DryRunAsync("real/custody_intervals_raw.csv", "compas-raw-stays.json");

        result.Main.Refused.Should().Be(1);
        var why = result.Main.FirstRefusals.Single();
        (why.Rule, why.Column, why.Value).Should().Be(("negative-interval-date", "out_custody", "2014-05-01T10:45:00"));
        result.Main.Accepted.Should().Be(2054);
        result.Main.Facts.Should().Be(2054 * 2 - 27, "a stay that is still open gives one fact");
        Notices(result.Main).Should().Equal(IssueCounts("clock_reversed_same_day", "open_sentinel_2020", "out_after_data_end_2016-04-01", "same_day_stay"));
    }

    [RealDataFact]
    public async Task Every_road_fine_event_is_a_contact_on_its_written_day()
    {
        var result = await DryRunAsync("throughput/road_traffic_fines.csv.gz", "road-fines.json");

        result.IsClean.Should().BeTrue(string.Join('\n', result.Main.FirstRefusals));
        (result.Main.Facts, result.Journeys).Should().Be((281_138, 75_361));
    }

    private static Task<ImportResult> DryRunAsync(string file, string mapping) => new ImportRun(null!, null!, TimeProvider.System).RunAsync(
        new ImportRequest(RealData.Data(file), MappingFileJson.Read(RealData.Example(mapping)), new Partnership("test"), DryRun: true),
        new ImportMeter(), CancellationToken.None);

    private static IEnumerable<(string, long)> Notices(TableResult table) => table.Notices.Select(n => (n.Key, n.Value));

    /// <summary>How often the extract's own list of problems has each code: what our rules are compared with.</summary>
    private static IEnumerable<(string, long)> IssueCounts(params string[] codes)
    {
        var all = File.ReadLines(RealData.Data("real/import_issues.csv")).Select(l => l.Split(',')[0]).ToList();
        return codes.Select(c => (c.Replace('_', '-'), all.LongCount(a => a == c)));
    }
}
