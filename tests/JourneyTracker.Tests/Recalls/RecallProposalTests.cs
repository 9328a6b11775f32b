using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Recalls;

/// <summary>A recall is decided by more than one person (rule REC-13, partly verified).</summary>
public sealed class RecallProposalTests
{
    private const string Agency = "Northshire Probation";
    private static readonly DateOnly Day = A.Day("2026-04-01");
    private static readonly RecallConsidered Proposed = new(RecallDecision.Recall, DecisionWhy: Protected.Of("why"), AskedToSign: ["spo", "aco"]) { HappenedOn = Day };

    [Fact]
    public void A_recall_stands_when_two_colleagues_who_were_asked_have_countersigned_it()
    {
        var one = A.Journey().By("po", Agency, Proposed).By("spo", Agency, Signed(Proposed, "spo"));
        Of(one).IsSigned.Should().BeFalse("one is not enough");
        Of(one).Awaits(new Recorder("aco", Agency)).Should().BeTrue();
        Of(one).Awaits(new Recorder("spo", Agency)).Should().BeFalse("nobody countersigns twice");

        var both = Of(one.By("aco", Agency, Signed(Signed(Proposed, "spo"), "aco")));
        both.IsSigned.Should().BeTrue();
        both.Proposer.Person.Should().Be("po");
        both.Signed.Select(s => s.By).Should().Equal("spo", "aco");
    }

    [Fact]
    public void A_decision_not_to_recall_stands_when_one_colleague_has_countersigned_it()
    {
        var not = Proposed with { Decision = RecallDecision.NoRecall };
        Of(A.Journey().By("po", Agency, not)).IsSigned.Should().BeFalse();
        Of(A.Journey().By("po", Agency, not).By("spo", Agency, Signed(not, "spo"))).IsSigned.Should().BeTrue();
    }

    [Fact]
    public void Who_proposed_it_does_not_countersign_and_nobody_signs_for_somebody_else()
    {
        var own = Proposed with { AskedToSign = ["po", "spo"] };
        Of(A.Journey().By("po", Agency, own).By("po", Agency, Signed(own, "po"))).Signed.Should().BeEmpty();
        Of(A.Journey().By("po", Agency, Proposed).By("po", Agency, Signed(Proposed, "spo"))).Signed.Should().BeEmpty("the proposer wrote another's name");
        Of(A.Journey().By("po", Agency, Proposed).By("zed", Agency, Signed(Proposed, "zed"))).Signed.Should().BeEmpty("zed was not asked");
        Of(A.Journey().By("po", Agency, Proposed).By("spo", "Elsewhere", Signed(Proposed, "spo"))).Signed.Should().BeEmpty("spo of another agency was not asked");
        Of(A.Journey().By("po", Agency, Proposed with { Countersignatures = [Signature("spo"), Signature("aco")] })).Signed.Should().BeEmpty("they did not record it themselves");
    }

    [Fact]
    public void Whoever_signs_twice_counts_once()
    {
        var once = Signed(Proposed, "spo");
        Of(A.Journey().By("po", Agency, Proposed).By("spo", Agency, once).By("spo", Agency, Signed(once, "spo"))).IsSigned.Should().BeFalse();
    }

    [Fact]
    public void What_was_changed_meanwhile_has_to_be_countersigned_anew()
    {
        var other = Proposed with { DecisionWhy = Protected.Of("something else") };
        Of(A.Journey().By("po", Agency, Proposed).By("spo", Agency, Signed(Proposed, "spo")).By("po", Agency, other)).Signed.Should().BeEmpty();
        Of(A.Journey().By("po", Agency, Proposed).By("spo", Agency, Signed(other, "spo"))).Signed.Should().BeEmpty("who signs changes nothing else");
    }

    [Fact]
    public void A_colleague_who_does_not_agree_stops_it()
    {
        var proposal = Of(A.Journey().By("po", Agency, Proposed).By("spo", Agency, Signed(Proposed, "spo", agreed: false)));
        proposal.IsSigned.Should().BeFalse();
        proposal.Against.Should().ContainSingle();
        proposal.Awaits(new Recorder("aco", Agency)).Should().BeFalse("it is to be considered anew");
    }

    [Fact]
    public void Once_she_is_recalled_it_is_to_be_explained_and_once_she_is_released_again_it_is_over()
    {
        var recalled = A.Journey().By("po", Agency, Proposed).With(new Recalled("FTR_56") { HappenedOn = Day });
        Of(recalled).Recalled.Should().NotBeNull();
        Of(recalled).Explained.Should().BeNull();
        Of(recalled.With(new RecallExplained { HappenedOn = Day })).Explained.Should().NotBeNull();
        RecallProposal.Of(recalled.With(new ReReleased { HappenedOn = Day }).Replayed).Should().BeNull();
    }

    [Theory]
    [InlineData("spo", Agency, "PROBATION", Role.Practitioner, true)]
    [InlineData("other", Agency, "PROBATION", Role.Practitioner, false)]
    [InlineData("spo", "Elsewhere", "PROBATION", Role.Practitioner, false)]
    [InlineData("spo", Agency, "POLICE", Role.Practitioner, false)]
    [InlineData("spo", Agency, "PRISON", Role.Practitioner, false)]
    [InlineData("spo", Agency, "COURT", Role.Practitioner, false)]
    [InlineData("spo", Agency, "PROBATION", Role.Coordinator, false)]
    [InlineData("aud", "Audit", "PCC", Role.Auditor, true)]
    public void It_is_read_by_who_works_with_her_by_auditors_and_by_colleagues_who_were_asked(string person, string agency, string type, Role role, bool may)
    {
        var journey = A.Journey().By("po", Agency, Proposed).Replayed;
        var caller = new Caller(person, agency, type, role, A.Northshire);
        MaySee.Recall(caller, new JourneyId(new Guid(7, 7, 7, new byte[8])), JourneyAccess.Of(journey), RecallProposal.Of(journey), Day).Should().Be(may);
        MaySee.ProposeRecall(caller, new JourneyId(new Guid(7, 7, 7, new byte[8])), JourneyAccess.Of(journey), Day).Should().BeFalse("nobody here works with her");
    }

    [Fact]
    public void What_the_letter_says_rests_on_a_rule_and_says_how_sure_it_is()
    {
        RecallRight.All.Should().OnlyContain(r => r.Rule.StartsWith("REC-") && r.Kinds.Count > 0 && r.Confidence.Length > 0);
        RecallRight.Of("FTR_56").Should().Contain(r => r.Words.Contains("56 days")).And.NotContain(r => r.Words.Contains("Parole Board"), "representations are on record for standard recalls alone");
        RecallRight.Of("LR").Should().Contain(r => r.Words.Contains("making representations") && r.Confidence == "unverified");
    }

    private static RecallProposal Of(A journey) => RecallProposal.Of(journey.Replayed)!;

    private static Countersignature Signature(string by, bool agreed = true) => new(CountersigningRole.SeniorProbationOfficer, by, Day, agreed);

    private static RecallConsidered Signed(RecallConsidered said, string by, bool agreed = true) => said with { Countersignatures = [.. said.Countersignatures ?? [], Signature(by, agreed)] };
}
