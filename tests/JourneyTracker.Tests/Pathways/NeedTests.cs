using JourneyTracker.Domain.Facts;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Pathways;

public sealed class NeedTests
{
    [Fact]
    public void There_are_nine_pathways_and_none_was_asked_before_anything_is_on_record()
    {
        var pathways = PathwayOutcomes.Of(Journey().Replayed).On(Day("2024-01-01")).Pathways;

        pathways.Should().HaveCount(9).And.OnlyContain(p => p.Need.Now == NeedAnswer.NotAsked && p.Need.Before == null);
        pathways.Where(p => p.IsDisclosure).Select(p => p.Code).Should().Equal("ABUSE", "SEX_WORK");
    }

    [Theory]
    [InlineData(NeedAnswer.NotAsked)]
    [InlineData(NeedAnswer.AskedNothingShared)]
    [InlineData(NeedAnswer.Shared)]
    [InlineData(NeedAnswer.PrefersNotToSay)]
    public void A_disclosure_is_never_a_need_and_never_improved(NeedAnswer later)
    {
        var need = Need(Journey().With(
            Sensitive("2024-01-01", "ABUSE", NeedAnswer.Shared, AssessmentOccasion.Entry), Sensitive("2024-06-01", "ABUSE", later, AssessmentOccasion.Exit)), "ABUSE", "2025-06-01");

        need.Change.Should().Be(NeedChange.NotMeasured);
        need.Now.Should().Be(later == NeedAnswer.NotAsked ? NeedAnswer.Shared : later);
        need.Now.Should().NotBe(NeedAnswer.NoSupportNeeded);
        need.After.Should().BeNull();
    }

    [Fact]
    public void Less_support_needed_at_the_end_is_known_from_that_day_on()
    {
        var journey = Journey().With(Accom("2024-01-01", NeedAnswer.UrgentSupportNeeded), Accom("2024-06-01", NeedAnswer.NoSupportNeeded, AssessmentOccasion.Exit));

        Need(journey, "ACCOM", "2024-05-31").WhyUnknown.Should().Be(NeedChangeUnknown.ClockNotRun);
        Need(journey, "ACCOM", "2024-06-01").Should().Match<NeedHistory>(n => n.Change == NeedChange.LessSupportNeeded && n.Before!.Tool == "wheel" && n.After!.Day == Day("2024-06-01"));
    }

    [Fact]
    public void Without_an_end_the_last_assessment_within_twelve_months_counts_when_they_are_over()
    {
        var journey = Journey().With(
            Accom("2024-01-01", NeedAnswer.SupportNeeded), Accom("2024-12-01", NeedAnswer.UrgentSupportNeeded), Accom("2025-02-01", NeedAnswer.NoSupportNeeded));

        Need(journey, "ACCOM", "2024-12-31").Change.Should().Be(NeedChange.Unknown);
        Need(journey, "ACCOM", "2025-01-01").Change.Should().Be(NeedChange.MoreSupportNeeded);
        Need(journey, "ACCOM", "2025-03-01").Change.Should().Be(NeedChange.MoreSupportNeeded, "what came after the window is not in it");
        Need(Journey().With(Accom("2024-01-01", NeedAnswer.SupportNeeded)), "ACCOM", "2025-01-01").WhyUnknown.Should().Be(NeedChangeUnknown.NoSecondAssessment);
    }

    [Theory]
    [InlineData("star", "1")]
    [InlineData("wheel", "2")]
    [InlineData("wheel", null)]
    [InlineData(null, null)]
    public void Another_tool_or_version_is_not_compared(string? tool, string? version)
    {
        var journey = Journey().With(Accom("2024-01-01", NeedAnswer.UrgentSupportNeeded), Accom("2024-06-01", NeedAnswer.NoSupportNeeded, AssessmentOccasion.Exit, tool, version));

        Need(journey, "ACCOM", "2024-06-01").WhyUnknown.Should().Be(NeedChangeUnknown.NotComparable);
    }

    [Fact]
    public void Scores_count_only_when_what_a_higher_one_means_is_known()
    {
        Scored(ScoreMeaning.LessSupportNeeded).Change.Should().Be(NeedChange.LessSupportNeeded);
        Scored(ScoreMeaning.MoreSupportNeeded).Change.Should().Be(NeedChange.MoreSupportNeeded);
        Scored(null).Change.Should().Be(NeedChange.Same, "her answers are the same");
    }

    [Fact]
    public void Silence_is_no_second_answer()
    {
        var journey = Journey().With(Accom("2024-01-01", NeedAnswer.SupportNeeded), Accom("2024-06-01", NeedAnswer.PrefersNotToSay, AssessmentOccasion.Exit));

        Need(journey, "ACCOM", "2025-01-01").Should().Match<NeedHistory>(n => n.Now == NeedAnswer.PrefersNotToSay && n.WhyUnknown == NeedChangeUnknown.NoSecondAssessment);
        Need(Journey().With(Accom("2024-01-01", NeedAnswer.PrefersNotToSay)), "ACCOM", "2025-01-01").WhyUnknown.Should().Be(NeedChangeUnknown.NoAnswer);
    }

    [Fact]
    public void Sealed_answers_are_not_known()
    {
        var needs = Sensitive("2024-01-01", "SUBSTANCE", NeedAnswer.SupportNeeded, AssessmentOccasion.Entry).Seal(new StoredFacts.MarkedSealer());

        Need(Journey().With(needs), "SUBSTANCE", "2025-06-01").Now.Should().Be(NeedAnswer.NotAsked);
    }

    private static NeedHistory Scored(ScoreMeaning? meaning)
    {
        NeedsAssessed Score(string day, int score, AssessmentOccasion occasion) =>
            new(Protected.Of("wheel"), Protected.Of("1"), occasion, meaning, [new("ACCOM", NeedAnswer.SupportNeeded, score)]) { HappenedOn = Day(day) };
        return Need(Journey().With(Score("2024-01-01", 2, AssessmentOccasion.Entry), Score("2024-06-01", 5, AssessmentOccasion.Exit)), "ACCOM", "2024-06-01");
    }

    private static NeedHistory Need(A journey, string pathway, string on) =>
        PathwayOutcomes.Of(journey.Replayed).On(Day(on)).Pathways.Single(p => p.Code == pathway).Need;

    private static NeedsAssessed Accom(string day, NeedAnswer answer, AssessmentOccasion? occasion = null, string? tool = "wheel", string? version = "1") => new(
        tool is null ? null : Protected.Of(tool), version is null ? null : Protected.Of(version), occasion, Pathways: [new("ACCOM", answer)])
    { HappenedOn = Day(day) };

    private static NeedsAssessed Sensitive(string day, string pathway, NeedAnswer answer, AssessmentOccasion occasion) => new(
        Protected.Of("wheel"), Protected.Of("1"), occasion, SensitivePathways: Protected.Of<ValueList<PathwayAnswer>>([new(pathway, answer)]))
    { HappenedOn = Day(day) };
}
