using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Prompts;
using JourneyTracker.Projections.Status;
using JourneyTracker.Tests.Matters;
using JourneyTracker.Tests.StoredFacts;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Prompts;

/// <summary>What is stored to find women by is made without her key: it must miss nobody, and tell nothing.</summary>
public sealed class PromptSpanProperties
{
    private const int DaysAhead = 130;
    private const int Step = 3;
    private static readonly string[] Services = ["WOMENS_CENTRE", "NHS", "DA_SERVICE"];

    private static readonly Func<int, Fact>[] Told =
    [
        n => PromptCase.Told(n % 2 == 0 ? PromptCase.Mother : PromptCase.Expecting),
        n => PromptCase.Told(new Circumstances(new ChildrenTold(YesNoAnswer.No), new PregnancyTold(n % 2 == 0 ? YesNoAnswer.No : YesNoAnswer.Yes))),
        n => new ReleasePreparation(RandomJourney.First.AddDays(n * 7), (Readiness)(n % 6), MetBy: (MetBy)(n % 8), Prescription: Protected.Of((Readiness)(n % 6)), Treatment: Protected.Of((Readiness)((n + 1) % 6))) { HappenedOn = default },
        n => new Referred(n == 0 ? null : Protected.Of(new SupportFor(Services[n % 3]))) { HappenedOn = default },
        n => new FirstContact(n == 0 ? null : Protected.Of(new SupportFor(Services[n % 3]))) { HappenedOn = default },
        n => new SessionKept(Protected.Of(new SupportFor(Services[n % 3]))) { HappenedOn = default },
        n => new SupportEnded(SupportEndReason.Completed, Protected.Of(new SupportFor(Services[n % 3]))) { HappenedOn = default },
        n => new ReferralDeclined(DeclinedBy.Service, Protected.Of(new SupportFor(Services[n % 3]))) { HappenedOn = default },
        n => new ConsentGiven(
            Protected.Of(new SharingTerms([(SharingScope)n], [new Recipient("A")])), n % 2 == 0 ? ConsentPlace.Custody : ConsentPlace.WomensCentre, Condition: ConsentCondition.None,
            ReviewOn: n % 3 == 0 ? null : RandomJourney.First.AddDays(n * 20)) { HappenedOn = default },
        _ => new UnitPlaceApplied(Protected.Of(PrisonUnit.MotherAndBabyUnit)) { HappenedOn = default },
        n => new RecallConsidered((RecallDecision)(n % 3), DependantsTonight: n % 2 == 0 ? null : Protected.Of("her mother")) { HappenedOn = default },
        n => (Recalled() with { Reason = Protected.Of(n % 2 == 0 ? "POOR_BEHAVIOUR_FURTHER_OFFENCE" : "FAILED_KEEP_IN_TOUCH") }),
        n => new AppointmentMissed(YesNoAnswer.Yes, Protected.Of((AbsenceReason)n), Found: AbsenceFinding.Unacceptable, FoundBy: "po.example") { HappenedOn = default },
        n => new Warned(About: WarningAbout.SomethingElse) { HappenedOn = default },
        n => new HearingHeld(NextHearingOn: RandomJourney.First.AddDays(n * 20)) { HappenedOn = default },
    ];

    private static Gen<Fact[]> Journeys { get; } =
        from justice in RandomJourney.Facts
        from told in (from kind in Gen.Elements(Told) from n in Gen.Choose(0, 9) from day in Gen.Choose(0, 150) select kind(n) with { HappenedOn = RandomJourney.First.AddDays(day) }).ListOf()
        from first in Gen.Choose(0, 1)
        select first == 0 ? [.. justice, .. told] : (Fact[])[.. told, .. justice];

    [Fact]
    public void Whoever_would_be_called_with_the_key_is_found_without_it() => RandomJourney.Holds(Journeys, facts =>
    {
        var (open, spans) = Read(facts);
        var last = open.Facts[^1].Day;
        return Enumerable.Range(0, DaysAhead / Step).Select(n => last.AddDays(n * Step)).All(day => HerPrompts.On(open, day).All(p => spans.Any(s => s.First <= day && day <= s.Last)));
    });

    [Fact]
    public void Support_on_a_disclosure_is_never_taken_for_help_that_she_has_already()
    {
        var (open, spans) = Read(
        [
            Recalled() with { Reason = Protected.Of("POOR_BEHAVIOUR_FURTHER_OFFENCE"), HappenedOn = A.Day("2026-01-05") }, Returned().On("2026-01-06"),
            new ReReleased(LicenceEndsOn: A.Day("2026-12-01")) { HappenedOn = A.Day("2026-04-05") }, new SessionKept(Protected.Of(new SupportFor("DA_SERVICE"))) { HappenedOn = A.Day("2026-04-06") },
        ]);

        var needed = HerPrompts.On(open, A.Day("2026-04-06")).Single(p => p.Kind.Code == "support-needed");
        spans.Should().Contain(s => s.First == needed.First && s.Last == needed.Last);
    }

    [Fact]
    public void What_is_sealed_changes_no_stored_day()
    {
        Read([PromptCase.Told(PromptCase.Mother).On("2026-03-01"), Received(CustodyBasis.Remand).On("2026-03-20")]).Spans.Should()
            .BeEquivalentTo(Read([PromptCase.Told(new Circumstances(TenancyAtRisk: YesNoAnswer.No)).On("2026-03-01"), Received(CustodyBasis.Remand).On("2026-03-20")]).Spans);
        Read([new Referred(Protected.Of(new SupportFor("DA_SERVICE"))) { HappenedOn = A.Day("2026-03-02") }]).Spans.Should()
            .BeEquivalentTo(Read([new Referred(Protected.Of(new SupportFor("NHS"))) { HappenedOn = A.Day("2026-03-02") }]).Spans);
    }

    [Fact]
    public void What_follows_from_open_facts_alone_is_certain_and_what_turns_on_a_sealed_one_is_not()
    {
        Read([Received(CustodyBasis.Remand).On("2026-03-01"), new HearingHeld(NextHearingOn: A.Day("2026-03-20")) { HappenedOn = A.Day("2026-03-02") }]).Spans.Should().Contain(s => s.Due == A.Day("2026-03-20") && s.IsCertain);
        Read([new Referred(Protected.Of(new SupportFor("NHS"))) { HappenedOn = A.Day("2026-03-02") }]).Spans.Should().NotBeEmpty().And.OnlyContain(s => !s.IsCertain);
    }

    [Fact]
    public void What_her_own_workers_alone_are_told_leads_nobody_else_to_her()
    {
        var support = PromptCase.All.Single(c => c.Kind == "support-needed");

        var shown = Read(support.Facts).Spans.Where(s => s.First == A.Day(support.First) && s.Last == A.Day(support.Last)).ToList();

        shown.Should().ContainSingle("her workers find her").Which.IsCertain.Should().BeFalse("nobody else would find anything");
    }

    private static (EffectiveJourney Open, IReadOnlyList<PromptSpan> Spans) Read(Fact[] facts)
    {
        var hidden = Domain.Replaying.Replay.Of(RandomJourney.Numbered(facts.Select((f, i) => (A.Id(i + 1), f.Seal(new MarkedSealer())))));
        return (Domain.Replaying.Replay.Of(RandomJourney.Numbered(facts.Select((f, i) => (A.Id(i + 1), f)))), HerPrompts.Spans(hidden, JourneyStatus.Of(hidden)));
    }
}
