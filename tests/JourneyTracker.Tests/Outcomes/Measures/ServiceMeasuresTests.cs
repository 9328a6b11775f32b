using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

/// <summary>London's outcomes of women whom a service met.</summary>
public sealed class ServiceMeasuresTests
{
    private static readonly MeasurePeriod March = new(A.Day("2026-03-01"), A.Day("2026-03-31"), A.Day("2028-12-31"));

    private static FirstContact Met(string day = "2026-03-10") => new() { HappenedOn = A.Day(day) };

    private static Arrested Arrest(string day) => new() { HappenedOn = A.Day(day) };

    [Fact]
    public void L01_follows_her_from_the_day_she_was_first_met_as_M13_does()
    {
        static Convicted Proven(string day, string? offence) => new(OffenceOn: offence is null ? null : A.Day(offence)) { HappenedOn = A.Day(day) };
        using var store = MeasureStore.Of(
            A.Journey().With(Met(), Proven("2027-09-10", "2027-03-10")),
            A.Journey().With(Met(), Proven("2027-09-11", "2027-03-10")),
            A.Journey().With(Met(), Proven("2027-05-01", "2027-03-11")),
            A.Journey().With(Proven("2026-03-20", "2026-03-10"), Met()),
            A.Journey().With(Met(), Proven("2026-06-01", null)),
            A.Journey().With(Met(), new Died { HappenedOn = A.Day("2027-01-01") }),
            A.Journey().With(new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-01-05") }, Met(), new Released(ReleaseKind.OnLicence) { HappenedOn = A.Day("2026-03-11") }),
            A.Journey().With(new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-01-05") }, new Released(ReleaseKind.OnLicence) { HappenedOn = A.Day("2026-03-10") }, Met()),
            A.Journey().With(Met("2026-04-01"), Proven("2026-06-01", "2026-05-01")));

        store.Said("L01", March).Should().Be("1/5 missing 1 left_out 2");
        store.Said("L01", March with { KnownUntil = A.Day("2027-09-09") }).Should().Be("0/0 not_run 8");
    }

    [Fact]
    public void L03_sets_the_year_after_beside_the_year_before_and_leaves_out_whom_nobody_knew_for_it()
    {
        static A Known(params Fact[] then) => A.Journey().With([new JourneyOpened(OpenedBy.Hand) { HappenedOn = A.Day("2025-03-10") }, .. then]);
        using var store = MeasureStore.Of(
            Known(Arrest("2025-03-10"), Arrest("2025-06-01"), Met(), Arrest("2027-03-10")),
            Known(Arrest("2026-01-01"), Met(), new AttendedVoluntarily { HappenedOn = A.Day("2026-05-05") }),
            Known(Met(), Arrest("2026-03-10"), Arrest("2027-03-11")),
            Known(Arrest("2026-01-01"), Met(), new LeftArea { HappenedOn = A.Day("2026-09-09") }),
            Known(Arrest("2026-01-01"), new Received(CustodyBasis.Remand) { HappenedOn = A.Day("2026-03-01") }, Met()),
            A.Journey().With(new JourneyOpened(OpenedBy.Hand) { HappenedOn = A.Day("2025-03-11") }, Arrest("2026-01-01"), Met()));

        store.Said("L03", March, "fewer contacts after than before").Should().Be("1/3 left_out 3");
        store.Said("L03", March, "the same, of those with any before").Should().Be("1/2 left_out 4");
        store.Said("L03", March, "arrested in the year before").Should().Be("2/3 left_out 3");
        store.Said("L03", March, "arrested in the year after").Should().Be("1/3 left_out 3");
        store.Said("L03", March with { KnownUntil = A.Day("2027-03-09") }, "arrested in the year after").Should().Be("0/0 not_run 6");
    }

    [Fact]
    public void L05_compares_where_she_lived_at_first_with_where_at_last()
    {
        static AccommodationStatusRecorded Lives(string day, AccommodationStatus status) => new(status) { HappenedOn = A.Day(day) };
        using var store = MeasureStore.Of(
            A.Journey().With(Lives("2026-01-01", AccommodationStatus.NotHoused), Met(), Lives("2026-06-01", AccommodationStatus.Temporary)),
            A.Journey().With(Met(), Lives("2026-04-07", AccommodationStatus.Temporary), Lives("2027-03-10", AccommodationStatus.Settled)),
            A.Journey().With(Met(), Lives("2026-04-08", AccommodationStatus.Temporary), Lives("2027-03-10", AccommodationStatus.Settled)),
            A.Journey().With(Met(), Lives("2026-04-07", AccommodationStatus.Temporary), Lives("2027-03-11", AccommodationStatus.Settled)),
            A.Journey().With(Met(), Lives("2026-03-10", AccommodationStatus.Settled), Lives("2026-08-01", AccommodationStatus.NotAsked), Lives("2026-09-01", AccommodationStatus.Settled)),
            A.Journey().With(Met(), Lives("2026-03-10", AccommodationStatus.Temporary), Lives("2026-05-01", AccommodationStatus.NotHoused), new SupportEnded(SupportEndReason.OutOfTouch) { HappenedOn = A.Day("2026-06-01") }, Lives("2026-07-01", AccommodationStatus.Settled)));

        store.Said("L05", March, "better").Should().Be("2/4 missing 2");
        store.Said("L05", March, "better, of those not settled at first").Should().Be("2/3 missing 2 left_out 1");
        store.Said("L05", March, "worse").Should().Be("1/4 missing 2");
    }
}
