using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.DataQuality;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Recalls;

public sealed class RecallFindingsTests
{
    private static readonly RecallConsidered Tried =
        new(RecallDecision.Recall, Alternatives: [new AlternativeTried("HOME_VISIT", A.Day("2026-03-01"))]) { HappenedOn = default };

    [Fact]
    public void A_recall_with_nothing_tried_before_and_not_explained_is_found_twice() =>
        Codes(A.Journey().With(Recalled().On("2026-03-10"))).Should().Equal(FindingCode.RecalledWithoutAlternatives, FindingCode.RecallNotExplained);

    [Fact]
    public void One_with_alternatives_tried_before_it_and_explained_after_it_is_not_found() =>
        Codes(A.Journey().With(Tried.On("2026-03-09"), Recalled().On("2026-03-10"), new RecallExplained(YesNoAnswer.Yes) { HappenedOn = default }.On("2026-03-12"))).Should().BeEmpty();

    [Fact]
    public void What_was_tried_before_an_earlier_recall_does_not_count_for_the_next() =>
        Codes(A.Journey().With(
            Tried.On("2026-03-09"), Recalled().On("2026-03-10"), new RecallExplained { HappenedOn = default }.On("2026-03-12"),
            Recalled().On("2026-06-10"), new RecallExplained { HappenedOn = default }.On("2026-06-12"))).Should().Equal(FindingCode.RecalledWithoutAlternatives);

    [Fact]
    public void Looking_at_it_without_naming_anything_tried_is_not_enough() =>
        Codes(A.Journey().With(new RecallConsidered(RecallDecision.Recall) { HappenedOn = default }.On("2026-03-09"), Recalled().On("2026-03-10"))).Should().Contain(FindingCode.RecalledWithoutAlternatives);

    private static IEnumerable<FindingCode> Codes(A journey) => DataQualityFindings.Of(journey.Replayed, journey.Status).Select(f => f.Code)
        .Where(c => c is FindingCode.RecalledWithoutAlternatives or FindingCode.RecallNotExplained);
}
