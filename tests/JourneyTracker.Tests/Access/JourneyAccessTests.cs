using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Tests.StoredFacts;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Access;

/// <summary>What keeps her from being found (safeguards S5), and what opens her record in an emergency.</summary>
public sealed class JourneyAccessTests
{
    private const string Willow = "Willow Women's Centre";
    private static readonly Caller Ada = new("ada", Willow, "WOMENS_CENTRE", Role.Practitioner, Northshire);
    private static readonly DateTimeOffset Now = new(2024, 1, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_limit_holds_for_everybody_who_is_not_named_also_for_auditors_and_for_who_recorded_it()
    {
        var limited = Arrested().With(Limit(new Recipient(Willow, "ada")));

        See(limited, Ada).Should().Be(Sight.Seen);
        See(limited, Ada with { Person = "bea" }).Should().Be(Sight.NotFound);
        See(limited, Ada with { Role = Role.Auditor, Person = "aud" }).Should().Be(Sight.NotFound);
        See(limited, Ada with { Agency = "Northshire Police", AgencyType = "POLICE" }).Should().Be(Sight.NotFound, "it recorded the limit and is not named");
    }

    [Fact]
    public void The_latest_limit_counts_and_a_lifted_one_no_longer()
    {
        See(Arrested().With(Limit(new Recipient("Elsewhere")), Limit(new Recipient(Willow))), Ada).Should().Be(Sight.Seen);
        See(Arrested().With(Limit(new Recipient(Willow)), Limit(new Recipient("Elsewhere"))), Ada).Should().Be(Sight.NotFound);
        See(Arrested().With(Limit(new Recipient("Elsewhere")), new AccessLimitLifted { HappenedOn = Day("2024-01-01") }), Ada).Should().Be(Sight.Seen);
    }

    [Fact]
    public void What_a_limit_says_counts_from_its_recording_on_whatever_day_it_names() =>
        See(Arrested().With(Limit(new Recipient("Elsewhere")) with { HappenedOn = Day("2023-01-01") }, Limit(new Recipient(Willow)) with { HappenedOn = Day("2022-01-01") }), Ada)
            .Should().Be(Sight.Seen, "the one recorded last counts, though it names the earlier day");

    [Fact]
    public void A_restriction_of_processing_does_not_end_what_keeps_her_safe() =>
        See(Arrested().With(Limit(new Recipient("Elsewhere")), new ProcessingRestricted(RestrictionGround.Ordered) { HappenedOn = Day("2024-01-01") }), Ada).Should().Be(Sight.NotFound);

    [Fact]
    public void Who_is_barred_finds_nothing_until_the_bar_is_lifted_though_named_elsewhere()
    {
        var barred = Arrested().With(Limit(new Recipient(Willow)), Bar("ada"));

        See(barred, Ada).Should().Be(Sight.NotFound);
        See(barred, Ada with { Person = "ADA" }).Should().Be(Sight.NotFound, "user names are the same in capitals");
        See(barred, Ada with { Person = "bea" }).Should().Be(Sight.Seen);
        See(Arrested().With(Bar("ada"), new BarLifted(Id(2)) { HappenedOn = Day("2024-01-01") }), Ada).Should().Be(Sight.Seen);
        See(Arrested().With(Bar("ada"), new Withdrawn(Id(2), CorrectionReason.EnteredInError) { HappenedOn = Day("2024-01-01") }), Ada).Should().Be(Sight.Seen);
    }

    [Fact]
    public void What_is_still_sealed_is_never_taken_for_nobody()
    {
        var closed = Arrested().With(Bar("ada").Seal(new MarkedSealer()));

        FluentActions.Invoking(() => JourneyAccess.Of(closed.Replayed)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void An_emergency_opens_her_record_for_that_person_for_three_hours()
    {
        var opened = Journey().By(Willow, new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day("2024-01-01") }).By("Harbour", new PlanAgreed(Protected.Of("mine")) { HappenedOn = Day("2024-01-01") })
            .By(Willow, new AccessOverridden(Protected.Of("danger")) { HappenedOn = Day("2024-01-01") });
        var at = opened.Recorded[2].RecordedAt;
        var recorder = Ada with { Person = "pc.example" };

        Of(opened, recorder, at).Should().Be(Sight.Seen);
        Of(opened, recorder, at.AddHours(3).AddTicks(-1)).Should().Be(Sight.Seen);
        Of(opened, recorder, at.AddHours(3)).Should().Be(Sight.Masked);
        Of(opened, recorder, at.AddTicks(-1)).Should().Be(Sight.Masked);
        Of(opened, Ada, at).Should().Be(Sight.Masked, "a colleague did not give the reason");

        Sight Of(A journey, Caller caller, DateTimeOffset now) => MaySee.Fact(caller, journey.Recorded[1], JourneyAccess.Of(journey.Replayed), now);
    }

    [Fact]
    public void Of_her_circumstances_her_children_and_her_health_need_consents_of_their_own()
    {
        var told = new CircumstancesRecorded(Protected.Of(new Circumstances(new ChildrenTold(YesNoAnswer.Yes), new PregnancyTold(YesNoAnswer.Yes), TenancyAtRisk: YesNoAnswer.Yes, Autism: YesNoAnswer.Yes))) { HappenedOn = Day("2024-01-01") };
        Shown(SharingScope.Circumstances).Should().Be(new Circumstances(TenancyAtRisk: YesNoAnswer.Yes));
        Shown(SharingScope.Circumstances, SharingScope.Children).Should().Be(new Circumstances(new ChildrenTold(YesNoAnswer.Yes), TenancyAtRisk: YesNoAnswer.Yes));
        Shown(SharingScope.Circumstances, SharingScope.Health).Pregnancy.Should().NotBeNull();

        Circumstances Shown(params SharingScope[] scope)
        {
            var journey = Journey().By("Harbour", told).With(Facts.Arrested().On("2024-01-01"), new ConsentGiven(Protected.Of(new SharingTerms([.. scope], [new Recipient(Willow)])), ConsentPlace.HerHome, Condition: ConsentCondition.None) { HappenedOn = Day("2024-01-01") });
            var viewer = new Viewer(Ada, JourneyAccess.Of(journey.Replayed), Now);
            return ((CircumstancesRecorded)viewer.Portion(journey.Recorded[0], told, viewer.Of(journey.Recorded[0]))!).Told.Value;
        }
    }

    [Fact]
    public void In_part_means_that_what_is_sealed_stays_so_and_says_so()
    {
        var recalled = new Recalled("FTR_28", Reason: Protected.Of("OTHER")) { HappenedOn = Day("2024-01-01") };

        var shown = (Recalled)Portions.Of(recalled.Seal(new MarkedSealer()), Sight.InPart)!;

        (shown.Reason!.IsOpen, shown.Reason.IsErased, shown.Reason.IsWithheld).Should().Be((false, false, true));
        FactCodec.WritePlain(shown).GetRawText().Should().Contain("(not shared)").And.NotContain("p1.");
        ((Recalled)Portions.Of(recalled, Sight.InPart)!).Reason!.IsOpen.Should().BeFalse("it is kept back also when it was open");
    }

    [Fact]
    public void Attendance_is_whether_she_was_there_and_nothing_else()
    {
        var kept = new SessionKept(Protected.Of(new SupportFor("SUBSTANCE_MISUSE")), ContactMode.ByPhone, Protected.Of("note")) { HappenedOn = Day("2024-01-01") };

        Portions.Of(kept, Sight.AttendanceOnly).Should().Be(new SessionKept { HappenedOn = Day("2024-01-01") });
        Portions.Of(new Referred { HappenedOn = Day("2024-01-01") }, Sight.AttendanceOnly).Should().BeNull();
    }

    private static Sight See(A journey, Caller caller) => MaySee.Journey(caller, Northshire, JourneyAccess.Of(journey.Replayed), Now);

    private static A Arrested() => Journey().With(Facts.Arrested().On("2024-01-01"));

    private static AccessLimited Limit(params Recipient[] to) => new(Protected.Of<ValueList<Recipient>>([.. to])) { HappenedOn = Day("2024-01-01") };

    private static PersonBarred Bar(string person) => new(Protected.Of(new BarredPerson(person, BarGround.Relative))) { HappenedOn = Day("2024-01-01") };
}
