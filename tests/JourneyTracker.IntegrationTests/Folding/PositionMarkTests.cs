using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Folding;

public sealed class PositionMarkTests
{
    private static readonly DateTimeOffset First = new(2024, 1, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The rule itself, read from all facts.</summary>
    private static string Rule(DateTimeOffset instant, Partnership partnership) => $"""
        select coalesce(min(seq_id) - 1, (select max(seq_id) from journeys.mt_events)) from journeys.mt_events
        where timestamp > '{instant:O}' and type <> 'tombstone' and tenant_id = '{partnership.Name}'
        """;

    [PostgresFact]
    public async Task The_position_at_any_instant_is_the_rules_whatever_order_the_instants_have()
    {
        await using var house = await FoldingHouse.CreateAsync(new() { MarkEvery = 7 });
        var random = new Random(5);
        var instants = new List<DateTimeOffset>();
        for (var i = 0; i < 120; i++)
        {
            // Backwards now and then, and once far ahead, as after a clock was put back; and two partnerships in turns, one of them seldom.
            var at = First.AddMinutes(i == 30 ? 900 : (10 * i) - (random.Next(4) == 0 ? random.Next(200) : 0));
            instants.Add(at);
            await SimulateAsync(house, random.Next(10) == 0 ? JournalHouse.North : JournalHouse.Simulated, at);
            if (random.Next(8) == 0) await BurnAsync(house);
        }

        await house.FoldAsync();
        await SimulateAsync(house, JournalHouse.Simulated, First.AddDays(2));

        (await house.LinesAsync("select count(*) from journeys.position_mark"))[0].Should().NotBe("0");
        foreach (var partnership in new[] { JournalHouse.North, JournalHouse.Simulated })
        {
            foreach (var instant in instants.SelectMany(i => new[] { i, i.AddMicroseconds(-1) }).Append(First.AddDays(-1)).Append(First.AddDays(3)).Append(DateTimeOffset.UtcNow.AddDays(1)))
            {
                var expected = (await house.LinesAsync(Rule(instant, partnership)))[0];
                (await house.Journal.PositionAtAsync(partnership, instant, default)).ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(expected, "at {0} in {1}", instant, partnership);
            }
        }
    }

    [PostgresFact]
    public async Task Marks_go_on_behind_a_long_row_of_tombstones()
    {
        await using var house = await FoldingHouse.CreateAsync(new() { MarkEvery = 3 });
        await SimulateAsync(house, JournalHouse.Simulated, First);
        for (var i = 0; i < 10; i++) await BurnAsync(house);
        for (var i = 1; i < 9; i++) await SimulateAsync(house, JournalHouse.Simulated, First.AddMinutes(i));

        await house.FoldAsync();
        await house.FoldAsync();

        (await house.LinesAsync("select max(last_position) from journeys.position_mark"))[0].Should().NotBe("3");
        (await house.Journal.PositionAtAsync(JournalHouse.Simulated, First, default)).Should().Be(11);
    }

    private static async Task SimulateAsync(FoldingHouse house, Partnership partnership, DateTimeOffset at)
    {
        var fact = new NewFact(new FactId(Guid.CreateVersion7()), new JourneyOpened(OpenedBy.Simulation) { HappenedOn = new DateOnly(2024, 1, 1) })
        {
            RecordedAt = partnership == JournalHouse.Simulated ? at : null,
        };
        (await house.Journal.AppendAsync(new Append(partnership, new JourneyId(Guid.NewGuid()), Samples.Tester, [fact]), default)).Should().BeOfType<AppendOutcome.Accepted>();
    }

    private static Task BurnAsync(FoldingHouse house) => house.AsSuperuserAsync("select nextval('journeys.mt_events_sequence')");
}
