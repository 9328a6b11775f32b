using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.IntegrationTests.Folding;

/// <summary>Stages that the law changes at midnight in London, with no fact.</summary>
public sealed class DayRollTests
{
    private static readonly DateOnly Today = FoldingHouse.Today;

    /// <summary>10 March is in winter time: midnight in London is 00:00 UTC. 10 July is in summer time: it is 23:00 UTC the day before.</summary>
    [PostgresTheory]
    [InlineData("2026-03-10", "2026-03-10T23:59:59Z", "2026-03-11T00:00:00Z")]
    [InlineData("2026-07-10", "2026-07-10T22:59:59Z", "2026-07-10T23:00:00Z")]
    public async Task A_licence_that_ends_is_announced_when_the_next_day_begins_in_London(string lastDay, string before, string after)
    {
        await using var house = await FoldingHouse.CreateAsync();
        var last = DateOnly.Parse(lastDay, null);
        house.Clock.Set(LondonDay.StartOf(last).AddHours(9));
        var journey = await OnLicenceAsync(house, last);
        await house.FoldAsync();

        house.Clock.Set(DateTimeOffset.Parse(before, null));
        await house.FoldAsync();
        (await house.MessagesAsync(1)).Should().BeEmpty();

        house.Clock.Set(DateTimeOffset.Parse(after, null));
        await house.FoldAsync();
        (await house.MessagesAsync(1)).Should().Equal(
            new BoardMessage(2, FoldingHouse.North, journey, BoardMessageKind.DayRoll, Stage.OnLicence, Stage.NoCurrentInvolvement, last.AddDays(1), null));
    }

    [PostgresFact]
    public async Task A_running_node_announces_it_without_anything_being_recorded()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await OnLicenceAsync(house, Today);
        await house.FoldAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var running = house.Node().RunAsync(stop.Token);
        house.Clock.Set(LondonDay.StartOf(Today.AddDays(1)));

        await foreach (var messages in house.Feed.TailAsync(1, stop.Token))
        {
            messages.Should().ContainSingle().Which.Kind.Should().Be(BoardMessageKind.DayRoll);
            break;
        }

        await stop.CancelAsync();
        await running;
    }

    [PostgresFact]
    public async Task Days_missed_are_caught_up_once_and_not_beyond_today()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await OnLicenceAsync(house, Today);
        await OnLicenceAsync(house, Today.AddDays(1));
        await OnLicenceAsync(house, Today.AddDays(2));
        await house.FoldAsync();

        house.Clock.Set(LondonDay.StartOf(Today.AddDays(2)).AddHours(1));
        await house.FoldAsync();
        await house.FoldAsync();
        (await house.MessagesAsync(3)).Select(m => (m.Kind, m.Day)).Should().Equal(
            (BoardMessageKind.DayRoll, Today.AddDays(1)), (BoardMessageKind.DayRoll, Today.AddDays(2)));

        house.Clock.Set(LondonDay.StartOf(Today.AddDays(3)));
        await house.FoldAsync();
        (await house.MessagesAsync(5)).Select(m => m.Day).Should().Equal(Today.AddDays(3));
    }

    [PostgresFact]
    public async Task Nothing_is_announced_for_the_days_before_the_very_first_start()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await OnLicenceAsync(house, Today.AddDays(-3));
        await house.FoldAsync();
        (await house.MessagesAsync()).Should().ContainSingle().Which.Kind.Should().Be(BoardMessageKind.Moved);
    }

    [PostgresFact]
    public async Task What_was_announced_as_a_movement_does_not_come_again_as_a_day_roll()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(Today.AddDays(-50), new Released(ReleaseKind.OnLicence, Today.AddDays(30)) { HappenedOn = Today.AddDays(-40) });
        await house.FoldAsync();
        house.Clock.Set(LondonDay.StartOf(Today.AddDays(1)).AddHours(9));
        await house.RecordAsync(journey, new LicenceEnded { HappenedOn = Today.AddDays(1) });
        await house.FoldAsync();
        await house.FoldAsync();

        (await house.MessagesAsync(1)).Should().ContainSingle().Which.Kind.Should().Be(BoardMessageKind.Moved);
    }

    [PostgresFact]
    public async Task A_fact_folded_after_midnight_moves_her_from_where_midnight_put_her()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await OnLicenceAsync(house, Today);
        await house.FoldAsync();
        house.Clock.Set(LondonDay.StartOf(Today.AddDays(1)).AddSeconds(1));
        await house.RecordAsync(journey, new Arrested { HappenedOn = Today.AddDays(1) });
        await house.FoldAsync();

        (await house.MessagesAsync(1)).Select(m => (m.Kind, m.From, m.To)).Should().Equal(
            (BoardMessageKind.DayRoll, Stage.OnLicence, Stage.NoCurrentInvolvement),
            (BoardMessageKind.Moved, Stage.NoCurrentInvolvement, Stage.UnderInvestigation));
    }

    private static Task<JourneyId> OnLicenceAsync(FoldingHouse house, DateOnly lastDay) =>
        house.OpenAsync(lastDay.AddDays(-50), new Released(ReleaseKind.OnLicence, lastDay) { HappenedOn = lastDay.AddDays(-40) });
}
