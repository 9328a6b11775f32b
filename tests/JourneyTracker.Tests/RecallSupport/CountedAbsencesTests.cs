using JourneyTracker.Domain.Facts;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.RecallSupport.SupportOnLicenceTests;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.RecallSupport;

/// <summary>A warning or a recall counts no sooner than the absence on which it rests (safeguards S2).</summary>
public sealed class CountedAbsencesTests
{
    private static readonly AppointmentMissed NobodyAsked = new() { HappenedOn = default };

    [Fact]
    public void A_warning_about_an_absence_nobody_asked_about_does_not_count()
    {
        var journey = OnLicence().With(NobodyAsked.On("2026-02-10"), About(WarningAbout.MissedAppointment, "2026-02-10").On("2026-02-12"));

        Codes(journey).Should().NotContain("warned");
        Codes(journey.With(Unacceptable().On("2026-02-10"))).Should().Contain("warned", "somebody asked, and found it unacceptable");
    }

    [Fact]
    public void A_warning_about_an_absence_of_another_day_or_of_no_day_does_not_count()
    {
        var absent = OnLicence().With(Unacceptable().On("2026-02-10"));

        Codes(absent.With(About(WarningAbout.MissedAppointment, "2026-02-11").On("2026-02-12"))).Should().NotContain("warned");
        Codes(absent.With(About(WarningAbout.MissedAppointment).On("2026-02-12"))).Should().NotContain("warned");
    }

    [Fact]
    public void A_warning_that_does_not_say_what_it_was_about_does_not_count() =>
        Codes(OnLicence().With(Unacceptable().On("2026-02-10"), new Warned(WarningKind.FinalLetter) { HappenedOn = default }.On("2026-02-12"))).Should().NotContain("warned");

    [Fact]
    public void A_warning_about_something_else_counts() => Codes(OnLicence().With(About(WarningAbout.SomethingElse).On("2026-02-12"))).Should().Contain("warned");

    [Theory]
    [InlineData("FAILED_KEEP_IN_TOUCH", false)]
    [InlineData("FAILED_RESIDE", false)]
    [InlineData(null, false)]
    [InlineData("POOR_BEHAVIOUR_FURTHER_OFFENCE", true)]
    public void An_earlier_recall_counts_when_its_reason_cannot_be_an_absence(string? reason, bool counts) =>
        Codes(RecalledBefore(reason, NobodyAsked.On("2026-02-20")), "2026-04-11").Contains("recalled-before").Should().Be(counts);

    [Theory]
    [InlineData("FAILED_KEEP_IN_TOUCH")]
    [InlineData(null)]
    public void An_earlier_recall_counts_when_an_absence_before_it_does(string? reason)
    {
        Codes(RecalledBefore(reason, Unacceptable().On("2026-02-20")), "2026-04-11").Should().Contain("recalled-before");
        Codes(RecalledBefore(reason, Unacceptable().On("2026-01-20")), "2026-04-11").Should().NotContain("recalled-before", "that was before she was released");
    }

    [Fact]
    public void A_recall_whose_reason_was_erased_does_not_count() => Codes(
        RecalledBefore(null, new Recalled("FTR_28", Reason: Protected.Of("POOR_BEHAVIOUR_FURTHER_OFFENCE").Seal(new StoredFacts.MarkedSealer())) { HappenedOn = default }.On("2026-03-12")), "2026-04-11")
        .Should().NotContain("recalled-before");

    private static Warned About(WarningAbout about, string? missedOn = null) => new(About: about, MissedOn: missedOn is null ? null : A.Day(missedOn)) { HappenedOn = default };

    private static A RecalledBefore(string? reason, Fact fact) => OnLicence().With(
        fact, (Recalled() with { Reason = reason is null ? null : Protected.Of(reason) }).On("2026-03-12"), Returned().On("2026-03-13"), Released(ReleaseKind.OnLicence, "2026-06-01").On("2026-04-10"));

    private static IEnumerable<string> Codes(A journey, string day = "2026-02-25") => On(journey, day)!.Needs.Select(f => f.Factor.Code);
}
