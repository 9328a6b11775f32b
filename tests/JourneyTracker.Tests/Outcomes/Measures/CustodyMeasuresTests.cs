using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

public sealed class CustodyMeasuresTests
{
    private static readonly MeasurePeriod March = new(A.Day("2026-03-01"), A.Day("2026-03-31"), A.Day("2026-12-31"));

    private static A Licensed(string from, string until, params Fact[] then) => A.Journey().With(
        [new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2025-06-01") }, new Released(ReleaseKind.OnLicence, A.Day(until)) { HappenedOn = A.Day(from) }, .. then]);

    [Fact]
    public void M16_counts_releases_and_the_women()
    {
        static TemporaryRelease Out(string day, TemporaryReleaseKind kind) => new(kind) { HappenedOn = A.Day(day) };
        using var store = MeasureStore.Of(
            A.Journey().With(Out("2026-03-01", TemporaryReleaseKind.Childcare), Out("2026-03-31", TemporaryReleaseKind.Childcare), Out("2026-04-01", TemporaryReleaseKind.Childcare)),
            A.Journey().With(Out("2026-03-05", TemporaryReleaseKind.ResettlementDay), Out("2026-02-28", TemporaryReleaseKind.ResettlementDay)));

        store.Said("M16", March).Should().Be("3");
        store.Ask("M16", March).Single()["women"].Should().Be(2L);
        store.Said("M16", March, part: "childcare", by: "type").Should().Be("2");
    }

    [Fact]
    public void M17_is_of_all_who_were_on_licence_on_any_day_and_goes_by_the_day_of_revocation()
    {
        using var store = MeasureStore.Of(
            Licensed("2026-03-31", "2026-12-31"),
            Licensed("2025-12-01", "2026-03-01"),
            Licensed("2025-12-01", "2026-02-28"),
            Licensed("2026-04-01", "2026-12-31"),
            Licensed("2025-12-01", "2026-12-31", new Recalled("LR", RevokedOn: A.Day("2026-03-31")) { HappenedOn = A.Day("2026-04-02") }),
            Licensed("2025-12-01", "2026-12-31", new Recalled("LR", RevokedOn: A.Day("2026-02-27")) { HappenedOn = A.Day("2026-03-02") }),
            Licensed("2025-12-01", "2026-12-31", new Recalled("FTR_56") { HappenedOn = A.Day("2026-03-01") }));

        store.Said("M17", March).Should().Be("2/5");
    }

    [Fact]
    public void M17b_sets_the_recalls_of_a_month_over_the_licences_at_the_end_of_the_month_before()
    {
        using var store = MeasureStore.Of(
            Licensed("2026-02-28", "2026-12-31"),
            Licensed("2025-12-01", "2026-02-28"),
            Licensed("2025-12-01", "2026-02-27"),
            Licensed("2026-03-01", "2026-12-31", new Recalled("FTR_56") { HappenedOn = A.Day("2026-03-31") }),
            Licensed("2025-12-01", "2026-12-31", new Recalled("FTR_56") { HappenedOn = A.Day("2026-04-01") }));

        store.Said("M17b", March with { To = A.Day("2026-04-29") }, "2026-03").Should().Be("1/3");
        store.Said("M17b", March with { To = A.Day("2026-04-29") }, "2026-04").Should().BeNull("the month is not whole");
        store.Said("M17b", March with { To = A.Day("2026-04-30") }, "2026-04").Should().Be("1/2");
    }

    [Fact]
    public void M17c_counts_who_is_recalled_and_not_back_on_the_last_day()
    {
        using var store = MeasureStore.Of(
            Licensed("2025-12-01", "2026-12-31", new Recalled("LR") { HappenedOn = A.Day("2026-03-31") }),
            Licensed("2025-12-01", "2026-12-31", new Recalled("LR") { HappenedOn = A.Day("2026-02-01") }, new ReturnedToCustody { HappenedOn = A.Day("2026-04-01") }),
            Licensed("2025-12-01", "2026-12-31", new Recalled("LR") { HappenedOn = A.Day("2026-02-01") }, new ReturnedToCustody { HappenedOn = A.Day("2026-03-31") }),
            Licensed("2025-12-01", "2026-12-31", new Recalled("LR") { HappenedOn = A.Day("2026-02-01") }, new Died { HappenedOn = A.Day("2026-03-01") }),
            Licensed("2025-12-01", "2026-12-31", new Recalled("LR") { HappenedOn = A.Day("2026-04-01") }));

        store.Said("M17c", March).Should().Be("2");
    }

    [Fact]
    public void M18_counts_releases_on_curfew()
    {
        static A Curfew(string day, ReleaseKind kind) => A.Journey().With(new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-01-01") }, new Released(kind, A.Day("2026-12-31")) { HappenedOn = A.Day(day) });
        using var store = MeasureStore.Of(
            Curfew("2026-03-01", ReleaseKind.OnHomeDetentionCurfew), Curfew("2026-03-31", ReleaseKind.OnHomeDetentionCurfew), Curfew("2026-04-01", ReleaseKind.OnHomeDetentionCurfew), Curfew("2026-03-10", ReleaseKind.OnLicence));

        store.Said("M18", March).Should().Be("2");
    }

    [Fact]
    public void B10_counts_who_is_held_at_the_end_of_the_last_day_by_the_basis_of_that_day()
    {
        using var store = MeasureStore.Of(
            A.Journey().With(new Received(CustodyBasis.Remand) { HappenedOn = A.Day("2026-03-31") }),
            A.Journey().With(new Received(CustodyBasis.Remand) { HappenedOn = A.Day("2026-01-01") }, new CustodyBasisChanged(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-03-31") }),
            A.Journey().With(new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-01-01") }, new Released(ReleaseKind.SentenceEnded) { HappenedOn = A.Day("2026-03-31") }),
            A.Journey().With(new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-01-01") }, new Released(ReleaseKind.SentenceEnded) { HappenedOn = A.Day("2026-04-01") }),
            A.Journey().With(new Received(CustodyBasis.Remand) { HappenedOn = A.Day("2026-04-01") }));

        store.Said("B10", March).Should().Be("3");
        store.Said("B10", March, part: "sentence", by: "type").Should().Be("2");
        store.Said("B10", March, part: "remand", by: "type").Should().Be("1");
    }
}
