using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Today;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Today;

/// <summary>Whom the page Today opens first.</summary>
public sealed class CandidatesTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly DateOnly Day = new(2026, 3, 10);

    [PostgresFact]
    public async Task Three_of_whom_it_is_certain_come_before_each_of_whom_it_turns_on_what_is_sealed_and_all_come()
    {
        Guid[] certain = [.. Enumerable.Range(0, 7).Select(_ => Guid.NewGuid())], supposed = [.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid())];
        for (var n = 0; n < certain.Length; n++) await SpanAsync(certain[n], n, isCertain: true);
        for (var n = 0; n < supposed.Length; n++) await SpanAsync(supposed[n], n - 90, isCertain: false);
        await SpanAsync(certain[0], -300, isCertain: false);
        var tables = new TodayTables(house.House.Sources);
        var all = await tables.CandidatesAsync(JournalHouse.North, Day, [], null, 0, 100, default);

        all.Select(j => j.Value).Should().Equal(certain[0], certain[1], supposed[0], certain[2], certain[3], certain[4], supposed[1], certain[5], certain[6], supposed[2]);
        (await PagesAsync(3)).Should().Equal(all, "pages of any length make the same list");
        (await tables.CandidatesAsync(JournalHouse.North, Day, [all[2]], [all[2], all[3]], 0, 100, default)).Should().Equal(all[3]);

        async Task<List<JourneyId>> PagesAsync(int most)
        {
            var pages = new List<JourneyId>();
            for (var from = 0; from < all.Count; from += most) pages.AddRange(await tables.CandidatesAsync(JournalHouse.North, Day, [], null, from, most, default));
            return pages;
        }
    }

    private async Task SpanAsync(Guid journey, int dueIn, bool isCertain)
    {
        await using var source = NpgsqlDataSource.Create(house.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(
            "insert into journeys.today_span (generation, partnership, journey, ordinal, first_day, last_day, due_day, certain) select generation, $2, $3, (select count(*) from journeys.today_span where journey = $3), $4, $4, $5, $6 from journeys.fold_generation where fold = $1");
        foreach (var value in new object[] { FoldNames.All[^1], JournalHouse.North.Name, journey, Day, Day.AddDays(dueIn), isCertain }) command.Parameters.Add(new() { Value = value });
        (await command.ExecuteNonQueryAsync()).Should().Be(1);
    }
}
