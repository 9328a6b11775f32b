using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Matters;

public sealed class StageTests
{
    [Fact]
    public void Before_her_first_fact_she_is_not_yet_known()
    {
        var status = Journey().With(Arrested().On("2024-03-01")).Status;
        status.On(Day("2024-02-29")).Should().Be(Stage.NotYetKnown);
        status.On(Day("2024-03-01")).Should().Be(Stage.UnderInvestigation);
    }

    [Fact]
    public void A_fact_that_opens_nothing_makes_her_known_without_involvement() =>
        Journey().With(new NeedsAssessed { HappenedOn = Day("2024-03-01") }).Status.On(Day("2024-03-01")).Should().Be(Stage.NoCurrentInvolvement);

    [Fact]
    public void From_arrest_to_charge_to_prison_to_licence_to_recall_and_back()
    {
        var status = Journey().With(
            Arrested().On("2024-01-01"),
            Charged().On("2024-01-10"),
            new Remanded { HappenedOn = Day("2024-01-11") },
            Received(CustodyBasis.Remand).On("2024-01-11"),
            Sentenced("IMMEDIATE_CUSTODY", "P1Y").On("2024-02-01"),
            Released(ReleaseKind.OnLicence, "2025-01-31").On("2024-06-01"),
            Recalled().On("2024-08-01"),
            Returned().On("2024-08-05"),
            Released(ReleaseKind.OnLicence, "2025-01-31").On("2024-09-01")).Status;

        status.Spells.Select(s => (s.From, s.Stage)).Should().Equal(
            (Day("2024-01-01"), Stage.UnderInvestigation),
            (Day("2024-01-10"), Stage.BeforeTheCourt),
            (Day("2024-01-11"), Stage.Remanded),
            (Day("2024-02-01"), Stage.InCustody),
            (Day("2024-06-01"), Stage.OnLicence),
            (Day("2024-08-01"), Stage.RecalledNotReturned),
            (Day("2024-08-05"), Stage.InCustodyOnRecall),
            (Day("2024-09-01"), Stage.OnLicence),
            (Day("2025-02-01"), Stage.NoCurrentInvolvement));
        status.Findings.Should().BeEmpty();
    }

    [Fact]
    public void The_day_of_release_is_not_a_day_in_custody()
    {
        var status = Journey().With(
            Received(CustodyBasis.Remand).On("2024-01-01"), Released(ReleaseKind.NotKnown).On("2024-01-05")).Status;
        status.On(Day("2024-01-04")).Should().Be(Stage.Remanded);
        status.On(Day("2024-01-05")).Should().Be(Stage.NoCurrentInvolvement);
    }

    [Fact]
    public void The_last_day_of_a_licence_is_a_day_on_licence_and_its_end_needs_no_fact()
    {
        var status = Journey().With(
            Received(CustodyBasis.Sentence).On("2024-01-01"), Released(ReleaseKind.OnLicence, "2024-12-31").On("2024-06-01")).Status;
        status.On(Day("2024-12-31")).Should().Be(Stage.OnLicence);
        status.On(Day("2025-01-01")).Should().Be(Stage.NoCurrentInvolvement);
        status.Spells[^1].By.Should().BeNull("the law ended it");
    }

    [Fact]
    public void A_community_order_ends_after_its_last_day_by_law()
    {
        var status = Journey().With(Charged().On("2024-01-02"), Sentenced("CO", "P12M").On("2024-03-01")).Status;
        status.On(Day("2025-02-28")).Should().Be(Stage.CommunityOrder);
        status.On(Day("2025-03-01")).Should().Be(Stage.NoCurrentInvolvement);
    }

    [Fact]
    public void A_suspended_sentence_runs_for_its_operational_period()
    {
        var status = Journey().With(Charged().On("2024-01-02"), Sentenced("SSO", "P6M", "P18M").On("2024-03-01")).Status;
        status.On(Day("2025-08-31")).Should().Be(Stage.SuspendedSentence);
        status.On(Day("2025-09-01")).Should().Be(Stage.NoCurrentInvolvement);
    }

    [Fact]
    public void A_deferred_sentence_leaves_her_awaiting_sentence()
    {
        var status = Journey().With(Charged().On("2024-01-02"), Sentenced("DEFERRED").On("2024-03-01"), Sentenced("FINE").On("2024-08-01")).Status;
        status.On(Day("2024-04-01")).Should().Be(Stage.AwaitingSentence);
        status.On(Day("2024-08-01")).Should().Be(Stage.NoCurrentInvolvement);
    }

    [Fact]
    public void Diversion_ends_the_investigation_and_then_itself()
    {
        var status = Journey().With(
            Arrested().On("2024-01-01"),
            new Diverted(DiversionScheme.WomensCentre) { HappenedOn = Day("2024-01-05") },
            new DiversionClosed(DiversionOutcome.Completed) { HappenedOn = Day("2024-04-05") }).Status;
        status.Spells.Select(s => s.Stage).Should().Equal(Stage.UnderInvestigation, Stage.Diverted, Stage.NoCurrentInvolvement);
    }

    [Fact]
    public void A_conditional_caution_ends_after_the_last_day_for_its_conditions()
    {
        var caution = new ConditionallyCautioned([new(CautionConditionKind.Rehabilitative)], Day("2024-04-30")) { HappenedOn = Day("2024-02-01") };
        var status = Journey().With(Arrested().On("2024-01-01"), caution).Status;
        status.On(Day("2024-04-30")).Should().Be(Stage.OutOfCourtResolution);
        status.On(Day("2024-05-01")).Should().Be(Stage.NoCurrentInvolvement);
    }

    [Fact]
    public void The_most_restrictive_open_matter_is_her_stage()
    {
        var status = Journey().With(
            Sentenced("CO", "P12M").On("2024-01-01"), Arrested().On("2024-02-01"), Received(CustodyBasis.Remand).On("2024-02-02"),
            Released(ReleaseKind.OnBail).On("2024-02-09")).Status;
        status.On(Day("2024-02-01")).Should().Be(Stage.CommunityOrder);
        status.On(Day("2024-02-05")).Should().Be(Stage.Remanded);
        status.On(Day("2024-02-09")).Should().Be(Stage.CommunityOrder);
    }

    [Fact]
    public void Overlapping_stays_pair_up_by_their_reference()
    {
        var status = Journey().With(
            Received(CustodyBasis.Remand).On("2024-01-01").About("one"),
            Received(CustodyBasis.Sentence).On("2024-01-10").About("two"),
            Released(ReleaseKind.NotKnown).On("2024-01-20").About("one"),
            Released(ReleaseKind.NotKnown).On("2024-02-20").About("two")).Status;
        status.Matters.Where(m => m.Kind == MatterKind.Custody).Select(m => (m.From, m.Until)).Should().Equal(
            (Day("2024-01-01"), Day("2024-01-20")), (Day("2024-01-10"), Day("2024-02-20")));
        status.On(Day("2024-01-25")).Should().Be(Stage.InCustody);
        status.Findings.Select(f => f.Code).Should().Equal(FindingCode.OverlappingStays);
    }

    [Fact]
    public void A_reception_carries_out_the_remand_that_a_court_ordered()
    {
        var status = Journey().With(
            new Remanded { HappenedOn = Day("2024-01-01") }, Received(CustodyBasis.Remand).On("2024-01-01").About("stay"),
            Released(ReleaseKind.CaseEnded).On("2024-01-09").About("stay")).Status;
        status.Matters.Should().ContainSingle();
        status.On(Day("2024-01-09")).Should().Be(Stage.NoCurrentInvolvement);
    }

    [Fact]
    public void A_release_recorded_before_its_reception_of_the_same_day_still_closes_it()
    {
        var status = Journey().With(
            Released(ReleaseKind.NotKnown).On("2024-01-01").About("stay"), Received(CustodyBasis.Remand).On("2024-01-01").About("stay")).Status;
        status.On(Day("2024-01-01")).Should().Be(Stage.NoCurrentInvolvement);
        status.Findings.Select(f => f.Code).Should().Equal(FindingCode.SameDayStay);
    }

    [Fact]
    public void What_does_not_fit_is_a_finding_and_never_a_refusal()
    {
        var status = Journey().With(
            Released(ReleaseKind.OnLicence).On("2024-01-01"), new LicenceEnded { HappenedOn = Day("2024-01-02") }, Recalled().On("2024-01-03"),
            new DiversionClosed(DiversionOutcome.NotKnown) { HappenedOn = Day("2024-01-04") }, Sentenced("CO").On("2024-01-05")).Status;
        status.Findings.Select(f => f.Code).Should().BeEquivalentTo([
            FindingCode.ReleasedNotInCustody, FindingCode.LicenceWithoutEnd, FindingCode.RecalledNotOnLicence,
            FindingCode.DiversionClosedNotDiverted, FindingCode.SentencedWithoutProsecution, FindingCode.OrderWithoutLength]);
    }

    [Fact]
    public void Every_stage_has_a_code_and_words_and_the_codes_are_those_of_the_published_order() =>
        StageNames.OnBoard.Select(s => s.Code()).Should().Equal(
            "in-custody-on-recall", "in-custody", "remanded", "recalled-not-returned", "on-licence", "post-sentence-supervision", "suspended-sentence",
            "community-order", "awaiting-sentence", "before-the-court", "out-of-court-resolution", "diverted", "police-bail",
            "released-under-investigation", "under-investigation", "no-current-involvement");
}
