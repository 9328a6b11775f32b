using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Import;

public sealed class RealDataImportTests
{
    [RealDataFact]
    public async Task The_contact_points_are_accepted_once_and_are_duplicates_ever_after()
    {
        await using var house = await JournalHouse.CreateAsync();

        var first = await house.House.ImportExampleAsync("real/contact_points.csv", "compas-contact-points.json");
        var content = await house.ContentAsync();
        var again = await house.House.ImportExampleAsync("real/contact_points.csv", "compas-contact-points.json");

        (first.Main.Accepted, first.Main.Duplicate, first.Main.Refused, first.Main.Facts).Should().Be((6700, 0, 0, 6700));
        (first.People!.Accepted, first.Journeys, first.JourneysOpened).Should().Be((1192, 1192, 1192));
        (again.Main.Accepted, again.Main.Duplicate, again.Main.Refused, again.People!.Duplicate, again.JourneysOpened).Should().Be((0, 6700, 0, 1192, 0));
        (await house.ContentAsync()).Should().Equal(content);
        content.Should().HaveCount(1192).And.OnlyContain(j => j.StartsWith("1 journey-opened.v1", StringComparison.Ordinal));
    }

    [RealDataFact]
    public async Task Of_the_raw_stays_the_impossible_one_is_refused_and_stays_pair_up()
    {
        await using var house = await JournalHouse.CreateAsync();

        var result = await house.House.ImportExampleAsync("real/custody_intervals_raw.csv", "compas-raw-stays.json");

        (result.Main.Accepted, result.Main.Refused).Should().Be((2054, 1));
        var open = await house.Database.ScalarAsync<long>("""
            select count(*) from (
              select set_config('journeys.partnership', 'north', true) is null as scoped) as s,
              lateral (select stream_id, data ->> 'matter' as matter from journeys.mt_events where type in ('received.v1', 'released.v1') and not s.scoped
                group by 1, 2 having count(*) = 1) as lone
            """);
        open.Should().Be(27, "each stay is a matter, and those without an end day have one fact");
    }
}
