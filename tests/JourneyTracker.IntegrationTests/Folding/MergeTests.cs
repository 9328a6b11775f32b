using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Folding.Rebuild;
using JourneyTracker.Projections.Board;
using JourneyTracker.Projections.Differences;

namespace JourneyTracker.IntegrationTests.Folding;

/// <summary>Two journeys found to be one woman's, and two again: journal, folds, board and replay.</summary>
public sealed class MergeTests
{
    private static readonly DateOnly Today = FoldingHouse.Today;
    private static readonly Caller Coordinator = new("coordinator", "Coordination", "VOLUNTARY", Role.Coordinator, FoldingHouse.North);
    private static readonly Caller Auditor = Coordinator with { Role = Role.Auditor };

    [PostgresFact]
    public async Task Before_a_merge_there_are_two_women_after_it_one_and_after_the_unmerge_two_again()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var (survivor, merged) = await TwoAsync(house);
        await house.FoldAsync();
        var (rows, board) = (await house.RowsAsync(), await BoardAsync(house));
        board.Should().BeEquivalentTo([(survivor, Stage.UnderInvestigation), (merged, Stage.Remanded)]);

        await MergeAsync(house, survivor, merged);
        await house.FoldAsync();
        (await BoardAsync(house)).Should().Equal((survivor, Stage.Remanded));
        (await house.MessagesAsync()).TakeLast(2).Select(m => (m.Journey, m.From, m.To)).Should().BeEquivalentTo(
            [(survivor, Stage.UnderInvestigation, Stage.Remanded), (merged, Stage.Remanded, Stage.NotYetKnown)]);

        (await Door(house).UnmergeAsync(Coordinator, merged, CorrectionReason.WrongWoman, null, "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();
        await house.FoldAsync();
        (await BoardAsync(house)).Should().BeEquivalentTo(board);
        (await house.RowsAsync()).Should().Equal(rows, "merge and un-merge leave no trace in what is derived");
    }

    [PostgresFact]
    public async Task What_is_recorded_on_the_merged_journey_moves_the_survivor()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var (survivor, merged) = await TwoAsync(house);
        var last = await house.OpenAsync(Today.AddDays(-3));
        await MergeAsync(house, merged, last);
        await MergeAsync(house, survivor, merged);
        await house.FoldAsync();
        await house.RecordAsync(last, new Released(ReleaseKind.OnLicence, Today.AddDays(90)) { HappenedOn = Today });
        await house.FoldAsync();
        (await BoardAsync(house)).Should().Equal((survivor, Stage.OnLicence));
    }

    [PostgresFact]
    public async Task A_rebuild_and_single_steps_give_the_same_rows_as_folding_did()
    {
        await using var house = await FoldingHouse.CreateAsync(new FoldingOptions { MostFacts = 1 });
        var (survivor, merged) = await TwoAsync(house);
        await MergeAsync(house, survivor, merged);
        var third = await house.OpenAsync(Today.AddDays(-3), new Arrested { HappenedOn = Today.AddDays(-2) });
        await MergeAsync(house, third, survivor);
        await Door(house).UnmergeAsync(Coordinator, merged, CorrectionReason.WrongWoman, null, "test", default);
        await house.FoldAsync();
        var folded = await house.RowsAsync();

        await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);
        (await house.RowsAsync()).Should().Equal(folded);
        await MergeAsync(house, third, merged);
        await house.FoldAsync();
        folded = await house.RowsAsync();
        await new FoldRebuild(house.Database.Sources).RunAsync(FoldNames.All, null, default);
        (await house.RowsAsync()).Should().Equal(folded);
        (await BoardAsync(house)).Should().Equal((third, Stage.Remanded));
    }

    [PostgresFact]
    public async Task The_replay_knows_two_women_before_and_one_after_and_says_where_the_other_went()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var (survivor, merged) = await TwoAsync(house);
        var reading = Reading(house);
        var before = DateTimeOffset.UtcNow;
        await MergeAsync(house, survivor, merged);

        var one = (await reading.ReplayAsync(Auditor, survivor, Today, null, "test", default))!;
        (one.Reading.Stage, one.Reading.Merged.Single()).Should().Be((Stage.Remanded, merged));
        one.Effective.Select(e => e.Now.HappenedOn.Day).Should().BeInAscendingOrder().And.HaveCount(6);
        one.Steps.Select(s => s.Position).Should().BeInAscendingOrder();
        var gone = (await reading.JourneyAsync(Auditor, merged, null, null, "test", default))!;
        (gone.WentTo, gone.Stage, gone.Timeline[0].Now.Name).Should().Be((survivor, Stage.NotYetKnown, "journeys-merged.v1"));
        var then = (await reading.JourneyAsync(Auditor, merged, Today, before, "test", default))!;
        (then.WentTo, then.Stage).Should().Be(((JourneyId?)null, Stage.Remanded));
        (await reading.JourneyAsync(Auditor, survivor, Today, before, "test", default))!.Stage.Should().Be(Stage.UnderInvestigation);
        var diff = (await reading.CompareAsync(Auditor, survivor, (Today, before), (Today, null), "test", default))!;
        diff.Facts.Should().HaveCount(3).And.OnlyContain(f => f.Change == FactChange.Joined);
        (await reading.StagesAsync(Auditor, Today, DateTimeOffset.UtcNow, null, "test", default))!.Stages.Values.Sum().Should().Be(1);
    }

    [PostgresFact]
    public async Task A_merge_stands_on_both_under_one_id_or_on_neither()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var (survivor, merged) = await TwoAsync(house);
        var nobody = new JourneyId(Guid.NewGuid());
        (await RefusedAsync(house, survivor, survivor)).Should().Be(Rule.Malformed);
        (await RefusedAsync(house, survivor, nobody)).Should().Be(Rule.UnknownJourney);
        (await house.Journal.AppendTogetherAsync(
            [Appending(survivor, 4), Appending(merged, 99)], default)).Should().BeOfType<AppendOutcome.Refused>().Which.Why.Rule.Should().Be(Rule.VersionConflict);
        var position = await house.Journal.PositionAsync(default);

        await MergeAsync(house, survivor, merged);
        (await RefusedAsync(house, survivor, merged)).Should().Be(Rule.VersionConflict);
        (await RefusedAsync(house, merged, await house.OpenAsync(Today))).Should().Be(Rule.VersionConflict, "it is merged itself");
        var facts = (await house.Journal.ReadAsync(FoldingHouse.North, survivor, null, default)).Concat(await house.Journal.ReadAsync(FoldingHouse.North, merged, null, default))
            .Where(f => f.Fact is JourneysMerged).ToList();
        facts.Select(f => f.Id).Distinct().Should().ContainSingle();
        facts.Select(f => f.Position).Should().Equal(position + 1, position + 2);
    }

    [PostgresFact]
    public async Task A_correction_of_what_stands_on_the_merged_journey_is_told_where_to_go()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var (survivor, merged) = await TwoAsync(house);
        var arrest = await house.RecordAsync(merged, new Arrested { HappenedOn = Today });
        await MergeAsync(house, survivor, merged);
        var recording = new RecordingDoor(house.Journal, house.Database.Vault, house.Database.AccessLog, house.Database.Access, TimeProvider.System);
        var withdrawal = new Withdrawn(arrest, CorrectionReason.EnteredInError) { HappenedOn = Today };
        (await recording.RecordAsync(Coordinator, new Submission(survivor, withdrawal), "test", default))
            .Should().BeOfType<SubmissionOutcome.Refused>().Which.Why.What.Should().Contain(merged.ToString());
        (await recording.RecordAsync(Coordinator, new Submission(merged, withdrawal), "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();
    }

    [PostgresFact]
    public async Task Of_merges_sent_at_once_one_is_recorded()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var (survivor, merged) = await TwoAsync(house);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? Door(house).MergeAsync(Coordinator, survivor, merged, MergeReason.Other, null, "test", default)
            : Door(house).MergeAsync(Coordinator, merged, survivor, MergeReason.Other, null, "test", default)));
        outcomes.OfType<SubmissionOutcome.Recorded>().Should().ContainSingle();
    }

    [PostgresFact]
    public async Task A_move_closes_here_opens_there_and_takes_over_who_she_is_and_no_record()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var (_, journey) = await TwoAsync(house);
        await house.Database.Vault.PutAsync(FoldingHouse.North, journey, new PersonIdentity("Testcase Move-Fictional"), default);
        var moved = (SubmissionOutcome.Recorded)await Door(house).MoveAsync(Coordinator, journey, JournalHouse.South, Protected.Of("her new flat"), "test", default);

        (await house.Journal.ReadAsync(JournalHouse.South, moved.Journey, null, default)).Select(f => FactCatalogue.NameOf(f.Fact)).Should().Equal("journey-opened.v1", "moved-partnership.v1");
        var there = (await Reading(house).JourneyAsync(Auditor with { Partnership = JournalHouse.South }, moved.Journey, null, null, "test", default))!;
        (there.Name, there.Stage).Should().Be(("Testcase Move-Fictional", Stage.NoCurrentInvolvement));
        there.Timeline.Select(e => e.Now.Fact).OfType<MovedPartnership>().Single().Should().Match<MovedPartnership>(m => m.Journey == null && m.Note == null);
        var here = (await Reading(house).JourneyAsync(Auditor, journey, null, null, "test", default))!;
        here.Stage.Should().Be(Stage.NoCurrentInvolvement);
        (await Reading(house).JourneyAsync(Auditor with { Partnership = JournalHouse.South }, journey, null, null, "test", default)).Should().BeNull();
        (await Door(house).MoveAsync(Coordinator, journey, JournalHouse.South, null, "test", default)).Should().BeOfType<SubmissionOutcome.Refused>();
        (await Door(house).MoveAsync(Coordinator, journey, new Partnership("nowhere"), null, "test", default)).Should().BeOfType<SubmissionOutcome.Refused>();
    }

    private static async Task<(JourneyId Survivor, JourneyId Merged)> TwoAsync(FoldingHouse house) => (
        await house.OpenAsync(Today.AddDays(-20), new Arrested { HappenedOn = Today.AddDays(-10) }),
        await house.OpenAsync(Today.AddDays(-15), new Received(CustodyBasis.Remand) { HappenedOn = Today.AddDays(-5) }));

    private static async Task MergeAsync(FoldingHouse house, JourneyId survivor, JourneyId merged) =>
        (await Door(house).MergeAsync(Coordinator, survivor, merged, MergeReason.SameIdentifier, Protected.Of("the same number"), "test", default))
            .Should().BeOfType<SubmissionOutcome.Recorded>();

    private static async Task<Rule> RefusedAsync(FoldingHouse house, JourneyId survivor, JourneyId merged) =>
        ((SubmissionOutcome.Refused)await Door(house).MergeAsync(Coordinator, survivor, merged, MergeReason.Other, null, "test", default)).Why.Rule;

    private static Append Appending(JourneyId journey, long expected) =>
        new(FoldingHouse.North, journey, Samples.Tester, [Samples.New(new Contact("visit") { HappenedOn = Today })], expected);

    private static async Task<List<(JourneyId, Stage)>> BoardAsync(FoldingHouse house) =>
        [.. (await house.Feed.SnapshotAsync(FoldingHouse.North, Today, default)).Women.Select(w => (w.Journey, w.Stage))];

    private static MergingDoor Door(FoldingHouse house) => new(house.Journal, house.Database.Vault, house.Database.AccessLog, house.Database.Access, TimeProvider.System);

    private static ReadingDoor Reading(FoldingHouse house) => new(house.Journal, house.Database.Sealing, house.Database.Vault, house.Database.AccessLog, house.Database.Access, TimeProvider.System);
}
