using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Import.Measuring;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>The copies that a measurement makes have no row-level security, so nobody but their own transaction may ever see them.</summary>
public sealed class CopyBaselineTests(JournalHouse house) : IClassFixture<JournalHouse>, IDisposable
{
    private const string Copies = "select count(*) from pg_class where relname like 'copy\\_of\\_%'";
    private readonly ImportFolder folder = new();

    [PostgresFact]
    public async Task A_measurement_that_breaks_off_half_way_leaves_no_copies()
    {
        await using var own = await JournalHouse.CreateAsync();
        await own.House.ImportAsync(folder.WriteStays("a.csv", women: 3, rowsEach: 2));
        // Tables like this one take the rule over, and cannot be filled.
        await own.Database.SuperuserScalarAsync<int>("alter table journeys.source_reference add constraint none_more check (system = '') not valid; select 1");

        var measuring = () => new CopyBaseline(own.House.Sources).MeasureAsync(JournalHouse.North, 0, default);

        (await measuring.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.CheckViolation);
        (await own.Database.SuperuserScalarAsync<long>(Copies)).Should().Be(0);
    }

    [PostgresFact]
    public async Task Several_measurements_at_once_do_not_disturb_each_other_and_what_an_older_version_left_is_cleared_away()
    {
        await house.House.ImportAsync(folder.WriteStays("a.csv", women: 300, rowsEach: 4));
        await using (var older = house.House.Sources.Owner.CreateCommand("create table journeys.copy_of_mt_streams (like journeys.mt_streams including all)"))
            await older.ExecuteNonQueryAsync();
        var baseline = new CopyBaseline(house.House.Sources);

        var costs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => baseline.MeasureAsync(JournalHouse.North, 0, default)));

        costs.Should().OnlyContain(c => c!.Rows == 1_500 && c.Seconds > 0);
        (await house.Database.SuperuserScalarAsync<long>(Copies)).Should().Be(0);
    }

    public void Dispose() => folder.Dispose();
}
