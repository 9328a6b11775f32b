using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.IntegrationTests.Folding;

public sealed class FeedRulesTests
{
    private static readonly DateOnly Today = FoldingHouse.Today;

    private static readonly DateOnly LastWeek = Today.AddDays(-7);

    [PostgresFact]
    public async Task A_new_journey_comes_from_not_yet_known()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await house.FoldAsync();
        var journey = await house.OpenAsync(LastWeek);
        await house.FoldAsync();

        var message = (await house.MessagesAsync()).Should().ContainSingle().Subject;
        message.Should().BeEquivalentTo(new
        {
            Position = 1L,
            Journey = journey,
            Kind = BoardMessageKind.Moved,
            From = Stage.NotYetKnown,
            To = Stage.NoCurrentInvolvement,
            Day = LastWeek,
        });
    }

    [PostgresFact]
    public async Task A_woman_of_whom_no_justice_agency_knows_is_on_no_board_and_in_no_message_until_one_does()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenSupportOnlyAsync(LastWeek);
        await house.RecordAsync(journey, new NeedsAssessed { HappenedOn = LastWeek });
        await house.RecordAsync(journey, new AppointmentKept { HappenedOn = LastWeek });
        await house.FoldAsync();
        (await house.MessagesAsync()).Should().BeEmpty();
        (await house.Feed.SnapshotAsync(FoldingHouse.North, Today, BoardCut.Snapshot, default)).Women.Should().BeEmpty();

        await house.RecordAsync(journey, new Arrested { HappenedOn = Today });
        await house.FoldAsync();
        (await house.MessagesAsync()).Should().ContainSingle().Which.From.Should().Be(Stage.NotYetKnown);
        (await house.Feed.SnapshotAsync(FoldingHouse.North, Today, BoardCut.Snapshot, default)).Women.Should().ContainSingle();
    }

    [PostgresFact]
    public async Task A_movement_names_the_fact_that_caused_it()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(LastWeek);
        await house.FoldAsync();
        var arrest = await house.RecordAsync(journey, new Arrested { HappenedOn = Today });
        await house.FoldAsync();

        var message = (await house.MessagesAsync(1)).Should().ContainSingle().Subject;
        message.Should().Be(new BoardMessage(2, FoldingHouse.North, journey, BoardMessageKind.Moved, Stage.NoCurrentInvolvement, Stage.UnderInvestigation, Today, arrest));
    }

    [PostgresFact]
    public async Task Several_facts_folded_together_are_one_message_with_the_net_change()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(LastWeek);
        await house.FoldAsync();
        await house.RecordAsync(journey, new Arrested { HappenedOn = Today.AddDays(-1) });
        var last = await house.RecordAsync(journey, new Received(CustodyBasis.Remand) { HappenedOn = Today });
        await house.FoldAsync();

        var message = (await house.MessagesAsync(1)).Should().ContainSingle().Subject;
        (message.From, message.To, message.By).Should().Be((Stage.NoCurrentInvolvement, Stage.Remanded, last));
    }

    [PostgresFact]
    public async Task A_contact_that_changes_no_stage_is_no_message()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(LastWeek);
        await house.FoldAsync();
        await house.RecordAsync(journey, new Contact("phone-call") { HappenedOn = Today });
        await house.FoldAsync();

        (await house.MessagesAsync(1)).Should().BeEmpty();
        (await house.Health.ReadAsync(default)).Behind.Should().Be(0);
    }

    [PostgresFact]
    public async Task A_correction_that_changes_today_is_one_message_with_the_net_change()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(LastWeek);
        var arrest = await house.RecordAsync(journey, new Arrested { HappenedOn = LastWeek.AddDays(1) });
        await house.FoldAsync();
        var correction = await house.RecordAsync(journey, new Corrected(arrest, new Diverted(DiversionScheme.WomensCentre) { HappenedOn = LastWeek.AddDays(1) }, CorrectionReason.WrongDetail) { HappenedOn = Today });
        await house.FoldAsync();

        var message = (await house.MessagesAsync(1)).Should().ContainSingle().Subject;
        (message.Kind, message.From, message.To, message.By).Should().Be((BoardMessageKind.Moved, Stage.UnderInvestigation, Stage.Diverted, correction));
    }

    [PostgresFact]
    public async Task A_correction_of_the_past_alone_says_that_it_was_revised()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(LastWeek);
        var arrest = await house.RecordAsync(journey, new Arrested { HappenedOn = LastWeek.AddDays(1) });
        await house.FoldAsync();
        await house.RecordAsync(journey, new Corrected(arrest, new Arrested { HappenedOn = LastWeek.AddDays(2) }, CorrectionReason.WrongDay) { HappenedOn = Today });
        await house.FoldAsync();

        var message = (await house.MessagesAsync(1)).Should().ContainSingle().Subject;
        (message.Kind, message.From, message.To, message.Day).Should().Be((BoardMessageKind.Revised, Stage.UnderInvestigation, Stage.UnderInvestigation, LastWeek.AddDays(2)));
    }

    [PostgresFact]
    public async Task A_correction_of_a_detail_says_that_it_was_revised_though_no_stage_changed()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(LastWeek);
        var contact = await house.RecordAsync(journey, new Contact("phone-call") { HappenedOn = LastWeek });
        await house.FoldAsync();
        await house.RecordAsync(journey, new Corrected(contact, new Contact("visit") { HappenedOn = LastWeek }, CorrectionReason.WrongDetail) { HappenedOn = Today });
        await house.FoldAsync();

        (await house.MessagesAsync(1)).Should().ContainSingle().Which.Kind.Should().Be(BoardMessageKind.Revised);
    }

    [PostgresFact]
    public async Task A_fact_recorded_late_moves_her_from_where_she_was_thought_to_be()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(LastWeek.AddDays(-30), new Received(CustodyBasis.Remand) { HappenedOn = LastWeek });
        await house.FoldAsync();
        await house.RecordAsync(journey, new Released(ReleaseKind.CaseEnded) { HappenedOn = LastWeek.AddDays(1) });
        await house.FoldAsync();

        var message = (await house.MessagesAsync(1)).Should().ContainSingle().Subject;
        (message.From, message.To, message.Day).Should().Be((Stage.Remanded, Stage.NoCurrentInvolvement, LastWeek.AddDays(1)));
    }

    [PostgresFact]
    public async Task A_fact_about_a_day_before_her_first_one_revises_the_past()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(LastWeek);
        await house.FoldAsync();
        await house.RecordAsync(journey, new Contact("visit") { HappenedOn = LastWeek.AddDays(-100) });
        await house.FoldAsync();

        (await house.MessagesAsync(1)).Should().ContainSingle().Which.Kind.Should().Be(BoardMessageKind.Revised);
    }

    [PostgresFact]
    public async Task The_feed_counts_without_holes_and_refuses_positions_it_never_had()
    {
        await using var house = await FoldingHouse.CreateAsync();
        for (var i = 0; i < 5; i++) await house.OpenAsync(LastWeek);
        await house.FoldAsync();

        (await house.MessagesAsync()).Select(m => m.Position).Should().Equal(1, 2, 3, 4, 5);
        (await house.Feed.ReadAsync(FoldingHouse.North, 5, null, 10, default)).Should().BeEmpty();
        (await house.Feed.ReadAsync(FoldingHouse.North, 6, null, 10, default)).Should().BeNull();
        (await house.Feed.ReadAsync(new Partnership("south"), 0, null, 10, default)).Should().BeEmpty("another partnership's movements are not its own");
    }

    [PostgresFact]
    public async Task The_feed_lets_old_lines_go_and_says_so()
    {
        await using var house = await FoldingHouse.CreateAsync(new() { FeedKept = 10, MostFacts = 3 });
        for (var i = 0; i < 30; i++) await house.OpenAsync(LastWeek);
        await house.FoldAsync();

        (await house.Feed.ReadAsync(FoldingHouse.North, 1, null, 100, default)).Should().BeNull();
        (await house.MessagesAsync(20)).Select(m => m.Position).Should().Equal(Enumerable.Range(21, 10).Select(p => (long)p));
    }
}
