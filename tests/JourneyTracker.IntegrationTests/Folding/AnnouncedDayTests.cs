using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Projections.Board;
using JourneyTracker.Web.Live;

namespace JourneyTracker.IntegrationTests.Folding;

/// <summary>A board and what follows it fit together, also when a day begins for the web node and for the node that folds at different moments.</summary>
public sealed class AnnouncedDayTests
{
    private static readonly DateOnly Today = FoldingHouse.Today;

    [PostgresTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_board_opened_around_midnight_and_its_messages_come_to_what_stands_on_the_new_day(bool ahead)
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(Today.AddDays(-50), new Released(ReleaseKind.OnLicence, Today) { HappenedOn = Today.AddDays(-40) });
        await house.FoldAsync();
        var (before, after) = (LondonDay.StartOf(Today.AddDays(1)).AddMinutes(-1), LondonDay.StartOf(Today.AddDays(1)).AddMinutes(1));
        var cache = new BoardCache(house.Feed, house.Clock);

        // The web node's clock is ahead of the folding node's, or behind it.
        house.Clock.Set(after);
        if (!ahead) await house.FoldAsync();
        if (!ahead) house.Clock.Set(before);

        var board = await cache.GetAsync(FoldingHouse.North, BoardCut.Snapshot, isFollowed: true, default);
        var card = (await house.Feed.WomenAsync(FoldingHouse.North, [journey], day: null, default))[journey];
        card.Should().Be(board.Women.Single());

        house.Clock.Set(after);
        await house.FoldAsync();
        var messages = await house.MessagesAsync(board.Position);
        var shown = board.Women.Single().Stage;
        foreach (var message in messages)
        {
            message.From.Should().Be(shown);
            shown = message.To;
        }

        shown.Should().Be(Stage.NoCurrentInvolvement);
    }
}
