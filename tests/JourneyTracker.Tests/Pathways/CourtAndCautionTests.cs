using JourneyTracker.Domain.Facts;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Pathways;

public sealed class CourtAndCautionTests
{
    private static readonly ConditionallyCautioned Caution =
        new([new(CautionConditionKind.WomensCentreAttendance), new(CautionConditionKind.Reparative)], Day("2024-05-01")) { HappenedOn = Day("2024-03-01") };

    [Fact]
    public void Conditions_are_complied_with_when_all_were_met_by_the_last_day()
    {
        var journey = Journey().With(Caution, Met("2024-04-01", CautionConditionKind.WomensCentreAttendance), Met("2024-05-01", CautionConditionKind.Reparative));

        One(journey, "2024-05-01").Should().Match<CautionCompliance>(c => c.Complied == OutcomeAnswer.Unknown && c.WhyUnknown == CautionUnknown.ClockNotRun && c.Met == 2);
        One(journey, "2024-05-02").Complied.Should().Be(OutcomeAnswer.Yes);
        One(Journey().With(Caution, new ConditionMet(CautionConditionKind.Reparative, AllMet: true) { HappenedOn = Day("2024-04-01") }), "2024-05-02").Complied.Should().Be(OutcomeAnswer.Yes);
        One(Journey().With(Caution, Met("2024-04-01", CautionConditionKind.Reparative), Met("2024-04-02", CautionConditionKind.Reparative)), "2024-05-02").Met
            .Should().Be(1, "one condition is met once");
    }

    [Theory]
    [InlineData(NonComplianceAnswer.ToBeProsecuted, OutcomeAnswer.No, null)]
    [InlineData(NonComplianceAnswer.NotRecorded, OutcomeAnswer.No, null)]
    [InlineData(NonComplianceAnswer.ReasonAccepted, OutcomeAnswer.Unknown, CautionUnknown.NotRecorded)]
    [InlineData(NonComplianceAnswer.MoreTimeGiven, OutcomeAnswer.Unknown, CautionUnknown.Varied)]
    [InlineData(NonComplianceAnswer.Varied, OutcomeAnswer.Unknown, CautionUnknown.Varied)]
    public void Not_complied_with_is_said_by_the_police_and_not_by_silence(NonComplianceAnswer answer, OutcomeAnswer complied, CautionUnknown? why)
    {
        var journey = Journey().With(Caution, new ConditionNotCompliedWith(CautionConditionKind.Reparative, Answer: answer) { HappenedOn = Day("2024-04-01") });

        One(journey, "2024-05-02").Should().Match<CautionCompliance>(c => c.Complied == complied && c.WhyUnknown == why);
        One(Journey().With(Caution), "2024-05-02").WhyUnknown.Should().Be(CautionUnknown.NotRecorded);
    }

    [Fact]
    public void A_prosecution_counts_for_the_caution_of_the_same_matter()
    {
        var charged = new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = Day("2024-06-01") };

        One(Journey().With(Caution.About("a"), charged.About("a")), "2024-07-01").Prosecuted.Should().BeTrue();
        One(Journey().With(Caution.About("a"), charged.About("b")), "2024-07-01").Prosecuted.Should().BeFalse();
    }

    [Fact]
    public void Treatment_goes_from_the_report_to_the_sentence_to_referral_start_and_end()
    {
        var alcohol = Protected.Of(new SupportFor(null, ["SUBSTANCE"]));
        var journey = Journey().With(
            new PreSentenceReport { HappenedOn = Day("2024-03-01") }, Sentence("ATR"), new Referred(alcohol) { HappenedOn = Day("2024-03-12") },
            new FirstContact(alcohol) { HappenedOn = Day("2024-03-20") }, new SupportEnded(SupportEndReason.Completed, alcohol) { HappenedOn = Day("2024-09-01") });

        Funnel(journey, "2024-04-01").Should().Match<TreatmentFunnel>(t => t.ReportedOn == Day("2024-03-01") && t.ImposedOn == Day("2024-03-10")
            && t.ReferredOn == Day("2024-03-12") && t.StartedOn == Day("2024-03-20") && t.Completed == OutcomeAnswer.Unknown);
        Funnel(journey, "2024-09-01").Completed.Should().Be(OutcomeAnswer.Yes);
        Funnel(Journey().With(Sentence("MHTR"), new Referred(alcohol) { HappenedOn = Day("2024-03-12") }), "2024-04-01").ReferredOn.Should().BeNull("it is other treatment");
    }

    [Fact]
    public void Treatment_that_ended_otherwise_was_not_completed()
    {
        var alcohol = Protected.Of(new SupportFor("SUBSTANCE_MISUSE"));
        var journey = Journey().With(Sentence("DRR"), new Referred(alcohol) { HappenedOn = Day("2024-03-12") }, new SupportEnded(SupportEndReason.OutOfTouch, alcohol) { HappenedOn = Day("2024-05-01") });

        Funnel(journey, "2024-06-01").Completed.Should().Be(OutcomeAnswer.No);
    }

    [Fact]
    public void Sealed_requirements_make_no_funnel() =>
        On(Journey().With(Sentence("ATR").Seal(new StoredFacts.MarkedSealer())), "2024-06-01").Treatment.Should().BeEmpty();

    private static ConditionMet Met(string day, CautionConditionKind condition) => new(condition) { HappenedOn = Day(day) };

    private static Sentenced Sentence(string requirement) =>
        new("CO", new(months: 12), TreatmentRequirements: Protected.Of<ValueList<Requirement>>([new(requirement)])) { HappenedOn = Day("2024-03-10") };

    private static CautionCompliance One(A journey, string on) => On(journey, on).Cautions.Should().ContainSingle().Subject;

    private static TreatmentFunnel Funnel(A journey, string on) => On(journey, on).Treatment.Should().ContainSingle().Subject;

    private static PathwaysOn On(A journey, string on) => PathwayOutcomes.Of(journey.Replayed).On(Day(on));
}
