using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Matters;

public sealed class NewStagesTests
{
    public static TheoryData<string, Fact[], string[]> Stories => new()
    {
        { "died", [Received(CustodyBasis.Sentence).On("2024-01-01"), On(new Died { HappenedOn = default }, "2024-03-01")], ["2024-01-01 in-custody", "2024-03-01 no-current-involvement"] },
        { "diverted", [Arrested().On("2024-01-01"), On(new Diverted(DiversionScheme.Other) { HappenedOn = default }, "2024-01-02")], ["2024-01-01 under-investigation", "2024-01-02 diverted", "2024-07-02 no-current-involvement"] },
        { "bailed by the police, then no further action", [Arrested().On("2024-01-01"), Bail().On("2024-01-01"), On(new NoFurtherAction { HappenedOn = default }, "2024-03-01")],
            ["2024-01-01 police-bail", "2024-03-01 no-current-involvement"] },
        { "arrested, a day later released under investigation, then charged", [Arrested().On("2024-01-01"), Rui().On("2024-01-02"), Charged().On("2024-05-01")],
            ["2024-01-01 under-investigation", "2024-01-02 released-under-investigation", "2024-05-01 before-the-court"] },
        { "bail turned into release under investigation", [Arrested().On("2024-01-01"), Bail().On("2024-01-02"), Rui().On("2024-03-01"), On(new CommunityResolution { HappenedOn = default }, "2024-04-01")],
            ["2024-01-01 under-investigation", "2024-01-02 police-bail", "2024-03-01 released-under-investigation", "2024-04-01 no-current-involvement"] },
        { "bailed by the police, of which nobody recorded the arrest", [Bail().On("2024-01-02"), On(new PenaltyNotice { HappenedOn = default }, "2024-04-01")],
            ["2024-01-02 police-bail", "2024-04-01 no-current-involvement"] },
        { "police bail to court after the charge", [Charged().On("2024-01-01").About("case"), Bail().On("2024-01-02").About("case"), Sentenced("FINE").On("2024-02-01").About("case")],
            ["2024-01-01 before-the-court", "2024-02-01 no-current-involvement"] },
        { "all conditions of a caution met early", [Arrested().On("2024-01-01"), Caution().On("2024-01-10"), On(new ConditionMet(CautionConditionKind.Other) { HappenedOn = default }, "2024-02-01"), On(new ConditionMet(CautionConditionKind.Other, true) { HappenedOn = default }, "2024-02-10")],
            ["2024-01-01 under-investigation", "2024-01-10 out-of-court-resolution", "2024-02-10 no-current-involvement"] },
        { "a condition not complied with, then prosecuted", [Arrested().On("2024-01-01").About("c"), Caution().On("2024-01-10").About("c"), On(new ConditionNotCompliedWith(CautionConditionKind.Other) { HappenedOn = default }, "2024-02-01"), Charged().On("2024-02-20").About("c")],
            ["2024-01-01 under-investigation", "2024-01-10 out-of-court-resolution", "2024-02-20 before-the-court"] },
        { "remanded, acquitted and released", [Charged().On("2024-01-01"), On(new Remanded { HappenedOn = default }, "2024-01-02"), Received(CustodyBasis.Remand).On("2024-01-02"), On(new Acquitted { HappenedOn = default }, "2024-06-01"), Released(ReleaseKind.CaseEnded).On("2024-06-01")],
            ["2024-01-01 before-the-court", "2024-01-02 remanded", "2024-06-01 no-current-involvement"] },
        { "remanded by the court, never received, then discontinued", [Charged().On("2024-01-01"), On(new Remanded { HappenedOn = default }, "2024-01-02"), On(new Discontinued { HappenedOn = default }, "2024-02-01")],
            ["2024-01-01 before-the-court", "2024-01-02 remanded", "2024-02-01 no-current-involvement"] },
        { "remanded, then bailed by the court before a prison had her", [Charged().On("2024-01-01"), On(new Remanded { HappenedOn = default }, "2024-01-02"), On(new Bailed { HappenedOn = default }, "2024-01-03")],
            ["2024-01-01 before-the-court", "2024-01-02 remanded", "2024-01-03 before-the-court"] },
        { "convicted, then sentenced to an order, completed early", [Charged().On("2024-01-01"), On(new Convicted { HappenedOn = default }, "2024-02-01"), Sentenced("CO", "P12M").On("2024-03-01"), On(new OrderCompleted { HappenedOn = default }, "2024-10-01")],
            ["2024-01-01 before-the-court", "2024-02-01 awaiting-sentence", "2024-03-01 community-order", "2024-10-01 no-current-involvement"] },
        { "an order revoked and sentenced again on the same day", [Sentenced("CO", "P12M").On("2024-03-01"), On(new BreachProceedings(BreachStep.Started) { HappenedOn = default }, "2024-05-01"), On(new OrderRevoked { HappenedOn = default }, "2024-06-01"), Sentenced("SSO", "P6M", "P18M").On("2024-06-01")],
            ["2024-03-01 community-order", "2024-06-01 suspended-sentence", "2025-12-01 no-current-involvement"] },
        { "a conviction dated after the sentence of the same case", [Charged().On("2024-01-01").About("case"), Sentenced("FINE").On("2024-02-01").About("case"), On(new Convicted { HappenedOn = default }, "2024-02-02").About("case")],
            ["2024-01-01 before-the-court", "2024-02-01 no-current-involvement"] },
        { "recalled, returned and released again, the prison says so too", [Received(CustodyBasis.Sentence).On("2024-01-01"), Released(ReleaseKind.OnLicence, "2024-12-31").On("2024-03-01"), Recalled().On("2024-04-01"), Returned().On("2024-04-03"), On(new ReReleased(ReReleaseBy.FixedTermServed, Day("2024-12-31")) { HappenedOn = default }, "2024-05-01"), Released(ReleaseKind.OnLicence).On("2024-05-01")],
            ["2024-01-01 in-custody", "2024-03-01 on-licence", "2024-04-01 recalled-not-returned", "2024-04-03 in-custody-on-recall", "2024-05-01 on-licence", "2025-01-01 no-current-involvement"] },
        { "temporary release leaves her in custody", [Received(CustodyBasis.Sentence).On("2024-01-01"), On(new TemporaryRelease(TemporaryReleaseKind.Childcare) { HappenedOn = default }, "2024-03-01"), On(new CustodySafetyIncident(Protected.Of(SafetyIncident.SelfHarm)) { HappenedOn = default }, "2024-03-05")],
            ["2024-01-01 in-custody"] },
        { "post-sentence supervision follows the licence and ends on its day", [Received(CustodyBasis.Sentence).On("2024-01-01"), Released(ReleaseKind.OnLicence).On("2024-03-01"), Pss("2025-02-28").On("2024-06-01")],
            ["2024-01-01 in-custody", "2024-03-01 on-licence", "2024-06-01 post-sentence-supervision", "2025-03-01 no-current-involvement"] },
        { "post-sentence supervision that was still running is ended by its repeal", [Pss("2026-09-30").On("2025-10-01"), On(new PostSentenceSupervisionBreached { HappenedOn = default }, "2026-01-01")],
            ["2025-10-01 post-sentence-supervision", "2026-05-11 no-current-involvement"] },
        { "post-sentence supervision ended by a fact", [Pss("2026-03-31").On("2025-10-01"), On(new PostSentenceSupervisionEnded { HappenedOn = default }, "2026-02-01")],
            ["2025-10-01 post-sentence-supervision", "2026-02-01 no-current-involvement"] },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Her_stage_is_what_a_practitioner_would_say(string story, Fact[] facts, string[] stages)
    {
        var status = Journey().With(facts).Status;

        status.Spells.Select(s => $"{s.From:yyyy-MM-dd} {s.Stage.Code()}").Should().Equal(stages, story);
    }

    [Fact]
    public void Every_stage_of_the_board_comes_up_in_a_story() =>
        Stories.SelectMany(s => (string[])((object[])s)[2]).Select(s => s.Split(' ')[1]).Distinct().Should().BeEquivalentTo(StageNames.OnBoard.Select(s => s.Code()));

    [Fact]
    public void What_does_not_fit_is_found()
    {
        var status = Journey().With(
            On(new Convicted { HappenedOn = default }, "2024-01-01"), On(new OrderCompleted { HappenedOn = default }, "2024-01-02"),
            On(new PostSentenceSupervisionEnded { HappenedOn = default }, "2024-01-03"), On(new Acquitted { HappenedOn = default }, "2024-02-01"),
            On(new Acquitted { HappenedOn = default }, "2024-02-02"), Pss(null).On("2026-05-11")).Status;

        status.Findings.Select(f => f.Code).Should().Equal(
            FindingCode.ConvictedWithoutProsecution, FindingCode.OrderEndedNotOpen, FindingCode.SupervisionEndedNotOpen,
            FindingCode.ProsecutionEndedNotOpen, FindingCode.SupervisionAfterRepeal);
        status.On(Day("2026-05-11")).Should().Be(Stage.NoCurrentInvolvement);
    }

    [Fact]
    public void A_release_that_two_agencies_record_is_no_finding() => Journey().With(
        Received(CustodyBasis.Sentence).On("2024-01-01"), Released(ReleaseKind.OnLicence, "2024-12-31").On("2024-03-01"), Recalled().On("2024-04-01"), Returned().On("2024-04-03"),
        On(new ReReleased(ReReleaseBy.FixedTermServed, Day("2024-12-31")) { HappenedOn = default }, "2024-05-01"), Released(ReleaseKind.OnLicence).On("2024-05-01"))
        .Status.Findings.Should().BeEmpty();

    private static Fact On(Fact fact, string day) => Support.Facts.On(fact, day);

    private static PoliceBailed Bail() => new(Day("2024-04-01")) { HappenedOn = default };

    private static ReleasedUnderInvestigation Rui() => new() { HappenedOn = default };

    private static ConditionallyCautioned Caution() => new([new(CautionConditionKind.Other)], Day("2024-04-30")) { HappenedOn = default };

    private static PostSentenceSupervisionStarted Pss(string? endsOn) => new(endsOn is null ? null : Day(endsOn)) { HappenedOn = default };
}
