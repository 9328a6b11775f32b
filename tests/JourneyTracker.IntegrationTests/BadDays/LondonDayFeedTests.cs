using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Folding;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>The days on which London's clocks change, and 29 February: each day is rolled once, when it begins in London.</summary>
[Collection(BadDay.Collection)]
public sealed class LondonDayFeedTests
{
    /// <summary>The clocks go forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October 2026.</summary>
    [PostgresTheory]
    [InlineData("2026-03-28", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-26T00:00:00Z")]
    [InlineData("2028-02-28", "2028-02-29T00:00:00Z")]
    [InlineData("2028-02-29", "2028-03-01T00:00:00Z")]
    public async Task A_licence_ends_when_its_last_day_is_over_in_London_and_is_announced_once(string lastDay, string over)
    {
        await using var house = await FoldingHouse.CreateAsync();
        var (last, midnight) = (DateOnly.Parse(lastDay, null), DateTimeOffset.Parse(over, null));
        house.Clock.Set(midnight.AddHours(-26));
        var journey = await house.OpenAsync(last.AddDays(-50), new Released(ReleaseKind.OnLicence, last) { HappenedOn = last.AddDays(-40) });
        await house.FoldAsync();

        // Through the hours that come twice or not at all, to the last moment before.
        for (var hours = -25; hours < 0; hours += 8) await RollAtAsync(house, midnight.AddHours(hours));
        await RollAtAsync(house, midnight.AddTicks(-1));
        (await house.MessagesAsync(1)).Should().BeEmpty();
        (await StageAsync(house, last)).Should().Be(Stage.OnLicence);

        await RollAtAsync(house, midnight);
        (await house.MessagesAsync(1)).Should().ContainSingle("the day has begun in London");
        for (var hours = 1; hours < 26; hours += 12) await RollAtAsync(house, midnight.AddHours(hours));
        (await house.MessagesAsync(1)).Should().Equal(
            new BoardMessage(2, FoldingHouse.North, journey, BoardMessageKind.DayRoll, Stage.OnLicence, Stage.NoCurrentInvolvement, last.AddDays(1), null));
        (await StageAsync(house, last.AddDays(1))).Should().Be(Stage.NoCurrentInvolvement);
    }

    [PostgresFact]
    public async Task A_clock_that_is_set_back_over_midnight_announces_nothing_twice_and_takes_nothing_back()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var today = FoldingHouse.Today;
        var midnight = LondonDay.StartOf(today.AddDays(1));
        await house.OpenAsync(today.AddDays(-50), new Released(ReleaseKind.OnLicence, today) { HappenedOn = today.AddDays(-40) });
        await house.FoldAsync();
        await RollAtAsync(house, midnight.AddMinutes(10));
        var announced = await house.MessagesAsync();
        announced.Should().HaveCount(2);

        await RollAtAsync(house, midnight.AddMinutes(-50));
        var other = await house.OpenAsync(today.AddDays(-3), new Arrested { HappenedOn = today });
        await house.FoldAsync();
        await RollAtAsync(house, midnight.AddMinutes(20));

        var messages = await house.MessagesAsync();
        messages.Take(2).Should().Equal(announced);
        messages.Skip(2).Should().ContainSingle().Which.Should().Match<BoardMessage>(m => m.Journey == other && m.Kind == BoardMessageKind.Moved && m.To == Stage.UnderInvestigation);
    }

    private static async Task RollAtAsync(FoldingHouse house, DateTimeOffset now)
    {
        house.Clock.Set(now);
        // The node before may not have let go of the folding lock yet: then this one does nothing.
        do await house.FoldAsync();
        while ((await house.Health.ReadAsync(default)).AnnouncedTo < LondonDay.Of(now));
    }

    private static async Task<Stage> StageAsync(FoldingHouse house, DateOnly day) => (await house.Feed.SnapshotAsync(FoldingHouse.North, day, default)).Women.Single().Stage;
}
