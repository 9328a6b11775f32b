using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

public sealed class SupportMeasuresTests
{
    [Fact]
    public void X03_counts_working_days_after_the_referral_and_her_wait_that_is_not_over_as_not_run()
    {
        // Thursday 2 April 2026: Good Friday and Easter Monday do not count; the fifth working day is Monday 13 April.
        static A Asked(params Fact[] then) => A.Journey().With([new Referred { HappenedOn = A.Day("2026-04-02") }, .. then]);
        static FirstContact Met(string day) => new() { HappenedOn = A.Day(day) };
        using var store = MeasureStore.Of(
            Asked(Met("2026-04-13")),
            Asked(Met("2026-04-14")),
            Asked(Met("2026-04-02")),
            Asked(),
            Asked(new ReferralDeclined(DeclinedBy.Her) { HappenedOn = A.Day("2026-04-13") }),
            Asked(new SupportEnded(SupportEndReason.OutOfTouch) { HappenedOn = A.Day("2026-04-14") }),
            A.Journey().With(new Referred { HappenedOn = A.Day("2026-05-01") }, Met("2026-05-01")),
            A.Journey().With(Met("2026-04-05")));
        var april = new MeasurePeriod(A.Day("2026-04-01"), A.Day("2026-04-30"), A.Day("2026-04-13"));

        store.Said("X03", april).Should().Be("2/5 left_out 1");
        store.Said("X03", april with { KnownUntil = A.Day("2026-04-12") }).Should().Be("1/1 not_run 5");
    }

    [Fact]
    public void What_no_source_feeds_is_unknown_and_never_zero()
    {
        using var store = MeasureStore.Of(A.Journey().With(new Sentenced("CO") { HappenedOn = A.Day("2026-03-01") }));
        var march = new MeasurePeriod(A.Day("2026-03-01"), A.Day("2026-03-31"), A.Day("2026-12-31"));

        var reports = store.Answer("B07", march);
        (reports.Unknown, reports.Table).Should().Be(("No source has recorded pre-sentence-report.", null));
        reports.Sources.Should().BeEquivalentTo([new MeasureSource("sentenced", ["Northshire Police"], "2026-03", "2026-03"), new MeasureSource("pre-sentence-report", [], null, null)]);
        store.Answer("M05", march).Unknown.Should().BeNull();
    }
}
