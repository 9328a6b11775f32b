using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

public sealed class PoliceMeasuresTests
{
    private static readonly MeasurePeriod March = new(A.Day("2026-03-01"), A.Day("2026-03-31"), A.Day("2028-12-31"));

    [Fact]
    public void M01_counts_her_whose_first_caution_or_conviction_is_in_the_period_and_nobody_who_had_one_before()
    {
        using var store = MeasureStore.Of(
            A.Journey().With(new Cautioned { HappenedOn = A.Day("2026-03-01") }),
            A.Journey().With(new Convicted { HappenedOn = A.Day("2026-03-31") }, new Cautioned { HappenedOn = A.Day("2026-04-02") }),
            A.Journey().With(new Cautioned { HappenedOn = A.Day("2026-02-28") }, new Convicted { HappenedOn = A.Day("2026-03-05") }),
            A.Journey().With(new Cautioned { HappenedOn = A.Day("2026-04-01") }),
            A.Journey().With(new CommunityResolution { HappenedOn = A.Day("2026-03-05") }, new PenaltyNotice { HappenedOn = A.Day("2026-03-06") }),
            A.Journey().With(new Sentenced("BIND_OVER") { HappenedOn = A.Day("2026-03-06") }),
            A.Journey().With(new Convicted { HappenedOn = HappenedOn.NotKnownBy(A.Day("2026-05-01")) }));

        store.Said("M01", March).Should().Be("2 missing 1");
        store.Said("M01", March, part: "caution", by: "type").Should().Be("1");
        store.Said("M01", March, part: "conviction", by: "type").Should().Be("1 missing 1");
    }

    [Fact]
    public void M02_counts_arrests_on_the_first_and_the_last_day_with_the_women_and_voluntary_attendance_beside()
    {
        using var store = MeasureStore.Of(
            A.Journey().With(new JourneyOpened(OpenedBy.Hand, "E23000005") { HappenedOn = A.Day("2026-01-01") }, new Arrested { HappenedOn = A.Day("2026-03-01") }, new Arrested { HappenedOn = A.Day("2026-03-31") }),
            A.Journey().With(new Arrested { HappenedOn = A.Day("2026-02-28") }, new AttendedVoluntarily { HappenedOn = A.Day("2026-03-02") }, new Arrested { HappenedOn = A.Day("2026-04-01") }),
            A.Journey().With(new Arrested { HappenedOn = A.Day("2026-03-10") }),
            A.Journey().With(new Arrested { HappenedOn = HappenedOn.NotKnownBy(A.Day("2026-06-10")) }));

        store.Said("M02", March, "arrests").Should().Be("3 missing 1");
        store.Said("M02", March, "voluntary attendance").Should().Be("1");
        store.Ask("M02", March).Single(r => (string)r["kind"]! == "arrests")["women"].Should().Be(2L);
        store.Said("M02", March, "arrests", "E23000005", "area").Should().Be("2");
        store.Said("M02", March, "arrests", "not known", "area").Should().Be("1 missing 1");
    }

    [Fact]
    public void M04_is_of_resolutions_and_prosecutions_and_keeps_outcome_22_apart()
    {
        using var store = MeasureStore.Of(
            A.Journey().With(new Cautioned { HappenedOn = A.Day("2026-03-01") }, new CommunityResolution { HappenedOn = A.Day("2026-03-31") }, new CommunityResolution { HappenedOn = A.Day("2026-04-01") }),
            A.Journey().With(new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = A.Day("2026-03-02") }, new NoFurtherAction { HappenedOn = A.Day("2026-03-03") }),
            A.Journey().With(new ProsecutionStarted(ProsecutionForm.Summons, "NON_POLICE_PROSECUTOR") { HappenedOn = A.Day("2026-03-02") }),
            A.Journey().With(new Diverted(DiversionScheme.DeferredProsecution) { HappenedOn = A.Day("2026-03-02") }, new Diverted(DiversionScheme.WomensCentre) { HappenedOn = A.Day("2026-03-20") }));

        store.Said("M04", March, "ANY").Should().Be("2/3");
        store.Said("M04", March, "SIMPLE_CAUTION").Should().Be("1/3");
        store.Said("M04", March, "CR").Should().Be("1/3");
        store.Said("M04", March, "OUTCOME_22").Should().Be("1/4");
        store.Said("M04", March, "CHARGE").Should().BeNull();
    }

    [Fact]
    public void B05_counts_her_no_as_no_and_her_silence_as_not_asked()
    {
        using var store = MeasureStore.Of(
            A.Journey().With(new LiaisonAndDiversionScreened(YesNoAnswer.Yes, ScreeningOutcome.Referred) { HappenedOn = A.Day("2026-03-01") }),
            A.Journey().With(new LiaisonAndDiversionScreened(YesNoAnswer.Yes, ScreeningOutcome.NoSupportAskedFor) { HappenedOn = A.Day("2026-03-31") }),
            A.Journey().With(new LiaisonAndDiversionScreened(YesNoAnswer.Yes) { HappenedOn = A.Day("2026-03-31") }),
            A.Journey().With(new LiaisonAndDiversionScreened(YesNoAnswer.No, ScreeningOutcome.DeclinedByHer) { HappenedOn = A.Day("2026-03-02") }),
            A.Journey().With(new LiaisonAndDiversionScreened { HappenedOn = A.Day("2026-03-03") }),
            A.Journey().With(new LiaisonAndDiversionScreened(YesNoAnswer.PrefersNotToSay) { HappenedOn = A.Day("2026-03-03") }),
            A.Journey().With(new LiaisonAndDiversionScreened(YesNoAnswer.Yes) { HappenedOn = A.Day("2026-04-01") }));

        store.Said("B05", March, "1 agreed, of those offered a screening").Should().Be("3/4 missing 1 not_asked 1");
        store.Said("B05", March, "2 referred on, of those who agreed").Should().Be("1/2 missing 1");
    }

    [Fact]
    public void X02_waits_for_the_last_day_and_takes_nothing_that_is_not_recorded_for_a_no()
    {
        static A Caution(string end, params Fact[] then) => A.Journey().With([new ConditionallyCautioned([new(CautionConditionKind.Rehabilitative), new(CautionConditionKind.Reparative)], A.Day(end)) { HappenedOn = A.Day("2026-03-05") }, .. then]);
        using var store = MeasureStore.Of(
            Caution("2026-06-30", new ConditionMet(CautionConditionKind.Rehabilitative) { HappenedOn = A.Day("2026-04-01") }, new ConditionMet(CautionConditionKind.Reparative) { HappenedOn = A.Day("2026-06-30") }),
            Caution("2026-06-30", new ConditionMet(CautionConditionKind.Reparative, AllMet: true) { HappenedOn = A.Day("2026-04-01") }),
            Caution("2026-06-30", new ConditionMet(CautionConditionKind.Rehabilitative) { HappenedOn = A.Day("2026-04-01") }, new ConditionNotCompliedWith(CautionConditionKind.Reparative, Answer: NonComplianceAnswer.ToBeProsecuted) { HappenedOn = A.Day("2026-07-01") }),
            Caution("2026-06-30", new ConditionNotCompliedWith(CautionConditionKind.Reparative, Answer: NonComplianceAnswer.MoreTimeGiven) { HappenedOn = A.Day("2026-05-01") }),
            Caution("2026-06-30"),
            Caution("2026-07-01"));

        store.Said("X02", March with { KnownUntil = A.Day("2026-06-30") }).Should().Be("2/3 missing 2 not_run 1");
        store.Said("X02", March with { KnownUntil = A.Day("2026-06-29") }).Should().Be("0/0 not_run 6");
    }

    [Fact]
    public void X07_follows_for_twelve_months_to_the_day_and_for_eighteen_until_an_offence_is_proven()
    {
        static A Resolved(params Fact[] then) => A.Journey().With([new CommunityResolution { HappenedOn = A.Day("2026-03-10") }, .. then]);
        using var store = MeasureStore.Of(
            Resolved(new Arrested { HappenedOn = A.Day("2027-03-10") }, new Convicted(OffenceOn: A.Day("2027-03-10")) { HappenedOn = A.Day("2027-09-10") }),
            Resolved(new Arrested { HappenedOn = A.Day("2027-03-11") }, new Convicted(OffenceOn: A.Day("2027-03-10")) { HappenedOn = A.Day("2027-09-11") }),
            Resolved(new Convicted(OffenceOn: A.Day("2026-03-10")) { HappenedOn = A.Day("2026-05-01") }),
            Resolved(new Convicted { HappenedOn = A.Day("2026-05-01") }),
            Resolved(new Died { HappenedOn = A.Day("2027-03-10") }));

        store.Said("X07", March, "arrested again within 12 months").Should().Be("1/4 left_out 1");
        store.Said("X07", March, "proven reoffence here (at least)").Should().Be("1/3 missing 1 left_out 1");
        var early = March with { KnownUntil = A.Day("2027-09-09") };
        store.Said("X07", early, "arrested again within 12 months").Should().Be("1/4 left_out 1");
        store.Said("X07", early, "proven reoffence here (at least)").Should().Be("0/0 not_run 5");
    }
}
