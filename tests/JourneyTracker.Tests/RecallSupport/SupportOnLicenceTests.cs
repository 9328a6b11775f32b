using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Projections.RecallSupport;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.RecallSupport;

public sealed class SupportOnLicenceTests
{
    private const string Gate = "2026-02-02";

    [Fact]
    public void A_woman_who_is_not_on_licence_is_no_concern_of_it()
    {
        On(A.Journey().With(Arrested().On("2026-01-02")), "2026-01-03").Should().BeNull();
        On(OnLicence(), "2026-02-01").Should().BeNull("she was still in prison");
        On(OnLicence(), "2026-08-01").Should().BeNull("her licence was over");
    }

    [Fact]
    public void An_absence_counts_only_after_its_reason_was_asked_and_found_unacceptable_by_a_named_person()
    {
        AppointmentMissed[] fair =
        [
            new AppointmentMissed { HappenedOn = default },
            new AppointmentMissed(YesNoAnswer.Yes, Protected.Of(AbsenceReason.ChildrenOrCaring), Found: AbsenceFinding.Acceptable, FoundBy: "po.example") { HappenedOn = default },
            new AppointmentMissed(YesNoAnswer.NotAsked, Found: AbsenceFinding.Unacceptable, FoundBy: "po.example") { HappenedOn = default },
            new AppointmentMissed(YesNoAnswer.Yes, Found: AbsenceFinding.Unacceptable) { HappenedOn = default },
            new AppointmentMissed(YesNoAnswer.PrefersNotToSay, Found: AbsenceFinding.Unacceptable, FoundBy: "po.example") { HappenedOn = default },
            new AppointmentMissed(YesNoAnswer.Yes, Protected.Of(AbsenceReason.NotTold), Found: AbsenceFinding.Unacceptable, FoundBy: "po.example") { HappenedOn = default },
        ];
        foreach (var missed in fair) Codes(OnLicence().With(missed.On("2026-02-10"))).Should().NotContain("appointments-missed");

        Codes(OnLicence().With(Unacceptable().On("2026-02-10"))).Should().Contain("appointments-missed");
    }

    [Fact]
    public void Each_factor_names_the_facts_behind_it_and_a_help_to_offer()
    {
        var answer = On(OnLicence().With(Unacceptable().On("2026-02-10"), new Warned(WarningKind.Letter, About: WarningAbout.SomethingElse) { HappenedOn = default }.On("2026-02-12")), "2026-02-20")!;

        answer.SupportNeeded.Should().BeTrue();
        answer.Needs.Single(f => f.Factor.Code == "warned").Facts.Should().ContainSingle(f => f.Day == A.Day("2026-02-12"));
        answer.Needs.Should().OnlyContain(f => f.Factor.Help.Length > 0 && f.Factor.Source.Length > 0);
    }

    [Fact]
    public void No_number_is_shown_while_a_weight_is_assumed()
    {
        SupportFactor.NumbersMayBeShown.Should().BeFalse();
        On(OnLicence(), "2026-02-20")!.Number.Should().BeNull();
    }

    [Fact]
    public void Conditions_that_were_explained_and_understood_are_no_factor()
    {
        Codes(OnLicence()).Should().Contain("conditions-not-explained");
        Codes(OnLicence().With(new ConditionsExplained(YesNoAnswer.No) { HappenedOn = default }.On("2026-02-03"))).Should().Contain("conditions-not-explained");
        Codes(OnLicence().With(new ConditionsExplained(YesNoAnswer.Yes) { HappenedOn = default }.On("2026-01-30"))).Should().NotContain("conditions-not-explained", "it was done in prison, before her release");
    }

    [Fact]
    public void What_is_recorded_later_or_happened_on_another_licence_does_not_count()
    {
        var journey = OnLicence().With(new Warned(About: WarningAbout.SomethingElse) { HappenedOn = default }.On("2026-03-10"));
        Codes(journey, "2026-03-09").Should().NotContain("warned");
        Codes(journey, "2026-03-10").Should().Contain("warned");
        Codes(journey.With((Recalled() with { Reason = Protected.Of("POOR_BEHAVIOUR_FURTHER_OFFENCE") }).On("2026-03-12"), Returned().On("2026-03-13"), Released(ReleaseKind.OnLicence, "2026-06-01").On("2026-04-10")), "2026-04-11")
            .Should().Contain("recalled-before").And.NotContain("warned");
    }

    [Fact]
    public void The_gate_the_home_and_the_length_of_the_sentence_are_seen()
    {
        var gap = new ReleasePreparation(Medication: Protected.Of(Readiness.NotReady)) { HappenedOn = default }.On("2026-02-01");
        Codes(OnLicence().With(gap)).Should().Contain("treatment-gap");
        Codes(OnLicence().With(gap, new ReleasePreparation(Medication: Protected.Of(Readiness.Ready)) { HappenedOn = default }.On(Gate))).Should().NotContain("treatment-gap");
        Codes(OnLicence().With(new AccommodationStatusRecorded(AccommodationStatus.NotHoused) { HappenedOn = default }.On(Gate))).Should().Contain("nowhere-settled");
        Codes(OnLicence()).Should().Contain("short-licence");
        Codes(OnLicence(length: "P12M")).Should().NotContain("short-licence", "twelve months are not shorter than twelve months");
    }

    [Fact]
    public void What_helps_her_is_named_and_weighs_against()
    {
        var helped = OnLicence().With(
            new AppointmentKept { HappenedOn = default }.On("2026-02-05"),
            new AppointmentKept { HappenedOn = default }.On("2026-02-12"),
            new FirstContact(Protected.Of(new SupportFor("WOMENS_CENTRE"))) { HappenedOn = default }.On("2026-02-06"),
            new AccommodationStatusRecorded(AccommodationStatus.Settled) { HappenedOn = default }.On(Gate));

        var answer = On(helped, "2026-02-20")!;

        answer.Helps.Select(f => f.Factor.Code).Should().BeEquivalentTo(["appointments-kept", "seen-by-a-service", "settled-home"]);
        answer.SupportNeeded.Should().BeFalse();
    }

    internal static AppointmentMissed Unacceptable() =>
        new(YesNoAnswer.Yes, Protected.Of(AbsenceReason.Other), Found: AbsenceFinding.Unacceptable, FoundBy: "po.example") { HappenedOn = default };

    internal static A OnLicence(string length = "P8M") => A.Journey().With(
        Charged().On("2025-11-01"),
        Sentenced("IMMEDIATE_CUSTODY", length).On("2026-01-10"),
        Received(CustodyBasis.Sentence).On("2026-01-10"),
        Released(ReleaseKind.OnLicence, "2026-07-01").On(Gate));

    internal static SupportAnswer? On(A journey, string day) => SupportOnLicence.Of(journey.Replayed).On(A.Day(day));

    private static IEnumerable<string> Codes(A journey, string day = "2026-02-20") => On(journey, day)!.Needs.Select(f => f.Factor.Code);
}
