using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

public sealed class CourtMeasuresTests
{
    private static readonly MeasurePeriod March = new(A.Day("2026-03-01"), A.Day("2026-03-31"), A.Day("2026-12-31"));

    private static Sentenced Custody(string day, string? length, string? convicted = null) =>
        new("IMMEDIATE_CUSTODY", length is null ? null : Term.Parse(length, null)) { HappenedOn = A.Day(day), Matter = convicted is null ? null : new MatterReference(convicted) };

    [Fact]
    public void M05_counts_the_most_severe_sentence_of_a_day_once_and_no_deferred_one()
    {
        using var store = MeasureStore.Of(
            A.Journey().With(new Sentenced("FINE") { HappenedOn = A.Day("2026-03-01") }, new Sentenced("CO", Term.Parse("P1Y", null)) { HappenedOn = A.Day("2026-03-01") }),
            A.Journey().With(Custody("2026-03-31", "P3M"), new Sentenced("DEFERRED") { HappenedOn = A.Day("2026-03-05") }),
            A.Journey().With(new Sentenced("COND_DISCHARGE") { HappenedOn = A.Day("2026-03-31"), Matter = new("m1.a") }, new Sentenced("FINE") { HappenedOn = A.Day("2026-03-31"), Matter = new("m1.b") }),
            A.Journey().With(new Sentenced("FINE") { HappenedOn = A.Day("2026-02-28") }, new Sentenced("FINE") { HappenedOn = A.Day("2026-04-01") }));

        store.Said("M05", March, "IMMEDIATE_CUSTODY").Should().Be("1/4");
        store.Said("M05", March, "CO").Should().Be("1/4");
        store.Said("M05", March, "FINE").Should().Be("1/4");
        store.Said("M05", March, "DISCHARGE").Should().Be("1/4");
        store.Said("M05", March, "SSO").Should().Be("0/4");
    }

    [Fact]
    public void M06_has_a_band_of_its_own_for_exactly_six_months_and_B09_means_only_terms_that_are_known()
    {
        // From 15 March six months end on 14 September: 184 days; twelve on 14 March: 365 days.
        using var store = MeasureStore.Of(
            A.Journey().With(Custody("2026-03-15", "P183D")),
            A.Journey().With(Custody("2026-03-15", "P184D")),
            A.Journey().With(Custody("2026-03-15", "P6M"), Custody("2026-03-15", "P2M")),
            A.Journey().With(Custody("2026-03-15", "P364D")),
            A.Journey().With(Custody("2026-03-15", "P365D")),
            A.Journey().With(Custody("2026-03-15", "P2M"), Custody("2026-03-15", "P3M") with { ConsecutiveTo = A.Id(1) }),
            A.Journey().With(Custody("2026-03-15", null)),
            A.Journey().With(new Sentenced("LIFE_IPP") { HappenedOn = A.Day("2026-03-15") }),
            A.Journey().With(new Sentenced("SSO", Term.Parse("P6M", null)) { HappenedOn = A.Day("2026-03-15") }),
            A.Journey().With(Custody("2026-04-01", "P6M")));

        store.Said("M06", March, "under 6 months").Should().Be("1/6 missing 2");
        store.Said("M06", March, "exactly 6 months").Should().Be("2/6 missing 2");
        store.Said("M06", March, "over 6 and under 12 months").Should().Be("1/6 missing 2");
        store.Said("M06", March, "12 months or more").Should().Be("1/6 missing 2");
        store.Said("M06", March, "indeterminate").Should().Be("1/6 missing 2");
        var mean = store.Ask("B09", March).Single();
        (mean["n"], mean["mean_days"], mean["missing"], mean["left_out"]).Should().Be((5L, (183 + 184 + 184 + 364 + 365) / 5.0, 2L, 1L));
    }

    [Fact]
    public void M07_counts_a_reception_on_a_sentence_and_none_of_her_who_was_sentenced_on_remand_or_recalled()
    {
        using var store = MeasureStore.Of(
            A.Journey().With(Custody("2026-03-01", "P3M"), new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-03-01") }),
            A.Journey().With(Custody("2026-02-10", "P12M"), new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-03-31") }),
            A.Journey().With(new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-03-20") }),
            A.Journey().With(Custody("2026-02-01", "P3M"), new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-02-01") }, new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-03-20") }),
            A.Journey().With(new Received(CustodyBasis.Remand) { HappenedOn = A.Day("2026-03-02") }, Custody("2026-03-09", "P3M"), new CustodyBasisChanged(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-03-09") }),
            A.Journey().With(new Received(CustodyBasis.Recall) { HappenedOn = A.Day("2026-03-02") }),
            A.Journey().With(Custody("2026-04-01", "P3M"), new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-04-01") }));

        store.Said("M07", March, "under 6 months").Should().Be("1/2 missing 2");
        store.Said("M07", March, "12 months or more").Should().Be("1/2 missing 2");
    }

    [Fact]
    public void M08_takes_custody_at_any_stage_and_calls_nobody_not_remanded_of_whom_it_is_not_known()
    {
        static A Charged(ProsecutionForm form, params Fact[] then) => A.Journey().With([new ProsecutionStarted(form) { HappenedOn = A.Day("2026-01-05") }, .. then]);
        using var store = MeasureStore.Of(
            Charged(ProsecutionForm.Charge, new Remanded { HappenedOn = A.Day("2026-01-06") }, new Received(CustodyBasis.Remand) { HappenedOn = A.Day("2026-01-06") }, new Released(ReleaseKind.OnBail) { HappenedOn = A.Day("2026-01-20") }, new Sentenced("CO", Term.Parse("P1Y", null)) { HappenedOn = A.Day("2026-03-01") }),
            Charged(ProsecutionForm.Charge, new Bailed { HappenedOn = A.Day("2026-01-06") }, new Acquitted { HappenedOn = A.Day("2026-03-31") }),
            Charged(ProsecutionForm.Summons, new Sentenced("FINE") { HappenedOn = A.Day("2026-03-10") }),
            Charged(ProsecutionForm.Charge, new HearingHeld { HappenedOn = A.Day("2026-03-10") }, new Sentenced("FINE") { HappenedOn = A.Day("2026-03-10") }),
            Charged(ProsecutionForm.Charge, new HearingHeld { HappenedOn = A.Day("2026-02-10") }, new HearingHeld { HappenedOn = A.Day("2026-03-10") }, new Discontinued { HappenedOn = A.Day("2026-03-10") }),
            A.Journey().With(new Sentenced("FINE") { HappenedOn = A.Day("2026-03-10") }),
            Charged(ProsecutionForm.Charge, new Bailed { HappenedOn = A.Day("2026-01-06") }, new Acquitted { HappenedOn = A.Day("2026-04-01") }));

        store.Said("M08", March, "CUSTODY").Should().Be("1/4 missing 2");
        store.Said("M08", March, "BAIL").Should().Be("1/4 missing 2");
        store.Said("M08", March, "NOT_REMANDED").Should().Be("2/4 missing 2");
    }

    [Fact]
    public void M09_says_what_came_of_prosecutions_in_which_she_was_held_and_of_no_others()
    {
        static A Held(params Fact[] then) => A.Journey().With([new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = A.Day("2026-01-05") }, new Remanded { HappenedOn = A.Day("2026-01-06") }, new Received(CustodyBasis.Remand) { HappenedOn = A.Day("2026-01-06") }, .. then]);
        using var store = MeasureStore.Of(
            Held(Custody("2026-03-01", "P1Y")),
            Held(new Acquitted { HappenedOn = A.Day("2026-03-31") }, new Released(ReleaseKind.CaseEnded) { HappenedOn = A.Day("2026-03-31") }),
            Held(new Released(ReleaseKind.OnBail) { HappenedOn = A.Day("2026-01-07") }, new Sentenced("CO", Term.Parse("P1Y", null)) { HappenedOn = A.Day("2026-03-09") }),
            Held(new Discontinued { HappenedOn = A.Day("2026-02-01") }, new Released(ReleaseKind.CaseEnded) { HappenedOn = A.Day("2026-02-01") }, new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = A.Day("2026-02-10") }, new Sentenced("FINE") { HappenedOn = A.Day("2026-03-09") }),
            A.Journey().With(new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = A.Day("2026-01-05") }, Custody("2026-03-01", "P1Y")));

        store.Said("M09", March, "IMMEDIATE_CUSTODY").Should().Be("1/3");
        store.Said("M09", March, "NOT_CONVICTED").Should().Be("1/3");
        store.Said("M09", March, "CO").Should().Be("1/3");
        store.Said("M09", March, "FINE").Should().Be("0/3");
    }

    [Fact]
    public void B06_counts_orders_and_the_requirements_that_are_not_sealed()
    {
        using var store = MeasureStore.Of(
            A.Journey().With(new Sentenced("CO", Term.Parse("P1Y", null), Requirements: [new("UPW", Hours: 60), new("RAR", Days: 20)]) { HappenedOn = A.Day("2026-03-01") }),
            A.Journey().With(new Sentenced("SSO", Term.Parse("P6M", null), Requirements: [new("RAR", Days: 10)]) { HappenedOn = A.Day("2026-03-31") }, new Sentenced("CO") { HappenedOn = A.Day("2026-04-01") }));

        store.Said("B06", March, "orders: CO").Should().Be("1");
        store.Said("B06", March, "orders: SSO").Should().Be("1");
        store.Said("B06", March, "requirements: RAR").Should().Be("2");
        store.Said("B06", March, "requirements: UPW").Should().Be("1");
    }

    [Fact]
    public void B07_takes_the_latest_report_by_the_day_of_the_sentence_and_since_the_sentence_before()
    {
        static Sentenced Order(string day) => new("CO", Term.Parse("P1Y", null)) { HappenedOn = A.Day(day) };
        static PreSentenceReport Report(string day, ReportForm form) => new(form) { HappenedOn = A.Day(day) };
        using var store = MeasureStore.Of(
            A.Journey().With(Report("2026-02-20", ReportForm.Standard), Report("2026-03-01", ReportForm.Oral), Order("2026-03-01")),
            A.Journey().With(Order("2026-03-31")),
            A.Journey().With(Report("2026-01-10", ReportForm.Standard), Order("2026-01-10"), Order("2026-03-10")),
            A.Journey().With(Report("2026-03-02", ReportForm.NotRecorded), Order("2026-03-10")),
            A.Journey().With(Report("2026-03-02", ReportForm.Oral), new Sentenced("FINE") { HappenedOn = A.Day("2026-03-10") }),
            A.Journey().With(Report("2026-03-02", ReportForm.Oral), Order("2026-04-01")));

        store.Said("B07", March, "any report").Should().Be("2/4");
        store.Said("B07", March, "oral").Should().Be("1/3 missing 1");
        store.Said("B07", March, "standard").Should().Be("0/3 missing 1");
    }

    [Fact]
    public void X01_and_L04_compare_the_most_severe_sentence_with_the_latest_report_before_it()
    {
        static PreSentenceReport Proposed(string day, string? proposal) => new(ReportForm.Oral, proposal) { HappenedOn = A.Day(day) };
        static Sentenced Passed(string day, string disposal) => new(disposal) { HappenedOn = A.Day(day) };
        using var store = MeasureStore.Of(
            A.Journey().With(Proposed("2026-02-01", "FINE"), Proposed("2026-03-01", "CO"), Passed("2026-03-01", "FINE"), Passed("2026-03-01", "CO")),
            A.Journey().With(Proposed("2026-03-01", "CO"), Passed("2026-03-31", "IMMEDIATE_CUSTODY")),
            A.Journey().With(Proposed("2026-03-01", "LIFE_IPP"), Passed("2026-03-31", "EDS")),
            A.Journey().With(Proposed("2026-03-01", null), Passed("2026-03-31", "COND_DISCHARGE")),
            A.Journey().With(Proposed("2026-03-01", "OTHER"), Passed("2026-03-31", "FINE")),
            A.Journey().With(Proposed("2026-01-01", "CO"), Passed("2026-01-05", "CO"), Passed("2026-03-05", "CO")),
            A.Journey().With(Proposed("2026-03-01", "CO"), Passed("2026-04-01", "CO")));

        store.Said("X01", March).Should().Be("2/3 missing 2");
        store.Said("X01", March, part: "CO", by: "type").Should().Be("1/2");
        store.Said("L04", March).Should().Be("2/5");
    }

    [Fact]
    public void B04_counts_those_that_ended_with_a_sentence_of_all_that_ended()
    {
        using var store = MeasureStore.Of(
            A.Journey().With(new Sentenced("FINE") { HappenedOn = A.Day("2026-03-01") }),
            A.Journey().With(new Acquitted { HappenedOn = A.Day("2026-03-31") }),
            A.Journey().With(new Discontinued { HappenedOn = A.Day("2026-03-31"), Matter = new("m1.a") }, new Sentenced("CO") { HappenedOn = A.Day("2026-03-31"), Matter = new("m1.b") }),
            A.Journey().With(new Acquitted { HappenedOn = A.Day("2026-04-01") }));

        store.Said("B04", March).Should().Be("2/4");
    }
}
