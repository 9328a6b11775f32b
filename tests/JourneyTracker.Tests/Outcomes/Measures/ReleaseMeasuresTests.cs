using FsCheck.Fluent;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

public sealed class ReleaseMeasuresTests
{
    private static readonly MeasurePeriod March = new(A.Day("2026-03-01"), A.Day("2026-03-31"), A.Day("2028-12-31"));

    private static A Freed(string day, params Fact[] then) => A.Journey().With(
        [new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-01-05") }, new Released(ReleaseKind.OnLicence, A.Day("2027-06-30")) { HappenedOn = A.Day(day) }, .. then]);

    private static EmploymentStatusRecorded Work(string day, EmploymentStatus status) => new(status) { HappenedOn = A.Day(day) };

    private static AccommodationStatusRecorded Lives(string day, AccommodationStatus status, string? until = null) => new(status, Until: until is null ? null : A.Day(until)) { HappenedOn = A.Day(day) };

    [Fact]
    public void M14_asks_on_the_forty_second_day_and_leaves_out_whom_it_must()
    {
        // 42 days after 10 March is 21 April.
        using var store = MeasureStore.Of(
            Freed("2026-03-10", Work("2026-04-21", EmploymentStatus.Employed)),
            Freed("2026-03-10", Work("2026-04-20", EmploymentStatus.LookingForWork), Work("2026-04-22", EmploymentStatus.Employed)),
            Freed("2026-03-10", Work("2026-04-01", EmploymentStatus.SelfEmployed), Work("2026-04-20", EmploymentStatus.NotKnown)),
            Freed("2026-03-10", Work("2026-04-01", EmploymentStatus.NotAsked)),
            Freed("2026-03-10"),
            Freed("2026-03-10", Work("2026-04-01", EmploymentStatus.PrefersNotToSay)),
            Freed("2026-03-10", Work("2026-04-01", EmploymentStatus.NotAvailable)),
            Freed("2026-03-10", Work("2026-04-01", EmploymentStatus.Employed), new Died { HappenedOn = A.Day("2026-04-21") }),
            Freed("2026-03-10", Work("2026-04-01", EmploymentStatus.Employed), new LicenceEnded { HappenedOn = A.Day("2026-04-21") }),
            Freed("2026-03-10", Work("2026-04-01", EmploymentStatus.Employed), new Received(CustodyBasis.Recall) { HappenedOn = A.Day("2026-04-21") }),
            Freed("2026-02-28", Work("2026-03-10", EmploymentStatus.Employed)),
            Freed("2026-04-01", Work("2026-04-10", EmploymentStatus.Employed)),
            A.Journey().With(new Received(CustodyBasis.Remand) { HappenedOn = A.Day("2026-01-05") }, new Released(ReleaseKind.OnBail) { HappenedOn = A.Day("2026-03-10") }, Work("2026-04-01", EmploymentStatus.Employed)));

        store.Said("M14", March with { KnownUntil = A.Day("2026-04-21") }).Should().Be("2/3 missing 2 not_asked 1 left_out 4");
        store.Said("M14", March with { KnownUntil = A.Day("2026-04-20") }).Should().Be("0/0 not_run 10");
    }

    [Fact]
    public void M14b_asks_six_months_after_and_a_month_without_that_day_takes_its_last()
    {
        using var store = MeasureStore.Of(
            Freed("2026-03-31", Work("2026-09-30", EmploymentStatus.Employed)),
            Freed("2026-03-31", Work("2026-10-01", EmploymentStatus.Employed)));

        store.Said("M14b", March with { KnownUntil = A.Day("2026-09-30") }).Should().Be("1/1 missing 1");
        store.Said("M14b", March with { KnownUntil = A.Day("2026-09-29") }).Should().Be("0/0 not_run 2");
    }

    [Fact]
    public void M15_counts_settled_alone_three_months_after_and_no_placement_that_ended_before()
    {
        using var store = MeasureStore.Of(
            Freed("2026-03-10", Lives("2026-06-10", AccommodationStatus.Settled)),
            Freed("2026-03-10", Lives("2026-03-10", AccommodationStatus.Temporary, until: "2026-06-10")),
            Freed("2026-03-10", Lives("2026-03-10", AccommodationStatus.Settled, until: "2026-06-09")),
            Freed("2026-03-10", Lives("2026-06-11", AccommodationStatus.Settled)),
            Freed("2026-03-10", Lives("2026-03-10", AccommodationStatus.NotHoused), new LeftArea { HappenedOn = A.Day("2026-05-01") }),
            Freed("2026-03-10", Lives("2026-03-10", AccommodationStatus.NotAsked)));

        store.Said("M15", March with { KnownUntil = A.Day("2026-06-10") }).Should().Be("1/2 missing 2 not_asked 1 left_out 1");
        store.Said("M15", March with { KnownUntil = A.Day("2026-06-09") }).Should().Be("0/0 not_run 6");
    }

    [Fact]
    public void M15b_asks_on_the_day_of_release_and_her_who_is_back_that_day_leaves_it()
    {
        using var store = MeasureStore.Of(
            Freed("2026-03-01", Lives("2026-03-01", AccommodationStatus.Temporary)),
            Freed("2026-03-31", Lives("2026-03-31", AccommodationStatus.NotHoused), Lives("2026-04-01", AccommodationStatus.Settled)),
            Freed("2026-03-31", Lives("2026-04-01", AccommodationStatus.Settled)),
            A.Journey().With(Lives("2026-01-01", AccommodationStatus.Settled), new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-01-05") }, new Released(ReleaseKind.SentenceEnded) { HappenedOn = A.Day("2026-03-10") }));

        store.Said("M15b", March).Should().Be("1/2 missing 2");
    }

    [Fact]
    public void M13_needs_the_day_of_the_offence_within_twelve_months_and_the_proof_within_eighteen()
    {
        using var store = MeasureStore.Of(
            Freed("2026-03-10", new Convicted(OffenceOn: A.Day("2027-03-10")) { HappenedOn = A.Day("2027-09-10") }),
            Freed("2026-03-10", new Convicted(OffenceOn: A.Day("2027-03-11")) { HappenedOn = A.Day("2027-09-10") }),
            Freed("2026-03-10", new Convicted(OffenceOn: A.Day("2027-03-10")) { HappenedOn = A.Day("2027-09-11") }),
            Freed("2026-03-10", new Cautioned { HappenedOn = A.Day("2026-08-01") }),
            Freed("2026-03-10", new LeftArea { HappenedOn = A.Day("2026-08-01") }),
            A.Journey().With(new Cautioned { HappenedOn = A.Day("2026-03-31") }),
            A.Journey().With(new Sentenced("CO", OffenceOn: A.Day("2026-02-01")) { HappenedOn = A.Day("2026-03-01") }),
            A.Journey().With(new Sentenced("IMMEDIATE_CUSTODY") { HappenedOn = A.Day("2026-03-01") }),
            Freed("2026-04-01"));

        store.Said("M13", March).Should().Be("1/5 missing 1 left_out 1");
        store.Said("M13", March, part: "caution", by: "type").Should().Be("0/1");
        store.Said("M13", March with { KnownUntil = A.Day("2027-09-09") }).Should().Be("0/1 not_run 6", "only hers of 1 March has run");
    }

    [Fact]
    public void Releases_are_judged_as_on_the_board()
    {
        // The fold asks the same of the same journeys: where the two differ, one is wrong.
        var day = A.Day("2024-12-01");
        var facts = Gen.OneOf(
            Gen.Elements(Enum.GetValues<EmploymentStatus>()).Select(Fact (s) => new EmploymentStatusRecorded(s) { HappenedOn = day }),
            Gen.Elements(Enum.GetValues<AccommodationStatus>()).Zip(Gen.Elements<string?>([null, "2025-03-01", "2025-09-01"]), Fact (s, until) => new AccommodationStatusRecorded(s, Until: until is null ? null : A.Day(until)) { HappenedOn = day }),
            Gen.Elements(Enum.GetValues<ReleaseKind>()).Select(Fact (k) => new Released(k, A.Day("2025-12-31")) { HappenedOn = day }),
            Gen.Elements<Fact>(new ReReleased(LicenceEndsOn: A.Day("2025-12-31")) { HappenedOn = day }, new Received(CustodyBasis.Sentence) { HappenedOn = day }, new Received(CustodyBasis.Remand) { HappenedOn = day }, new Recalled("FTR_28") { HappenedOn = day },
                new ReturnedToCustody { HappenedOn = day }, new LicenceEnded { HappenedOn = day }, new Died { HappenedOn = day }, new LeftArea { HappenedOn = day }));
        var dated = facts.Zip(Gen.Choose(0, 400), (f, days) => f with { HappenedOn = day.AddDays(days) });
        var journeys = dated.ListOf(10).Sample(400, new FsCheck.Rnd(11), 12).Select(all => A.Journey().With([.. all])).ToArray();
        using var store = MeasureStore.Of(journeys);
        var all = new MeasurePeriod(A.Day("1990-01-01"), A.Day("2100-01-01"), A.Day("2150-01-01"));
        var clocks = journeys.SelectMany(j => PathwayOutcomes.Of(j.Replayed).On(all.KnownUntil).AfterRelease).Where(r => r.LeftOut is null).ToList();
        foreach (var id in new[] { "M14", "M14b", "M15", "M15b" })
        {
            var own = clocks.Where(c => c.Clock.Metric == id).ToList();
            var row = store.Ask(id, all).Single();
            own.Count(c => c.Answer == OutcomeAnswer.Yes).Should().BePositive();
            ((long)row["x"]!, (long)row["n"]!).Should().Be((own.Count(c => c.Answer == OutcomeAnswer.Yes), own.Count(c => c.Answer != OutcomeAnswer.Unknown)), id);
        }
    }
}
