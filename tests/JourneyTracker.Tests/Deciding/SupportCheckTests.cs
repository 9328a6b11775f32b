using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Deciding;

/// <summary>Support, sharing and herself: what is refused, and what stands on the edge and is not.</summary>
public class SupportCheckTests
{
    private static readonly HappenedOn When = new DateOnly(2024, 6, 14);
    private static readonly DateOnly Before = new(2024, 6, 13);

    public static TheoryData<Fact, Rule, string, string> Refused => new()
    {
        { new Referred(For("XX")) { HappenedOn = When }, Rule.UnknownCode, "for.service", "'XX'" },
        { new Referred(For(null, "XX")) { HappenedOn = When }, Rule.UnknownCode, "for.pathways", "'XX'" },
        { new Referred(Note: Long) { HappenedOn = When }, Rule.TooLong, "note", "4001" },
        { new ReferralAccepted(For("XX")) { HappenedOn = When }, Rule.UnknownCode, "for.service", "'XX'" },
        { new ReferralAccepted(null, Before) { HappenedOn = When }, Rule.ImpossibleDay, "firstAppointmentOn", "2024-06-13" },
        { new ReferralDeclined(DeclinedBy.Her, For("XX")) { HappenedOn = When }, Rule.UnknownCode, "for.service", "'XX'" },
        { new ReferralDeclined(DeclinedBy.Her, null, Long) { HappenedOn = When }, Rule.TooLong, "why", "4001" },
        { new FirstContact(For("XX")) { HappenedOn = When }, Rule.UnknownCode, "for.service", "'XX'" },
        { new SessionKept(For("XX")) { HappenedOn = When }, Rule.UnknownCode, "for.service", "'XX'" },
        { new SessionKept(Note: Long) { HappenedOn = When }, Rule.TooLong, "note", "4001" },
        { new SessionMissed(For("XX")) { HappenedOn = When }, Rule.UnknownCode, "for.service", "'XX'" },
        { new SessionMissed(Note: Long) { HappenedOn = When }, Rule.TooLong, "note", "4001" },
        { Missed(null, SessionMissedJudgement.NotAcceptable, "ada"), Rule.Malformed, "judgement", "before she was asked" },
        { Missed(null, SessionMissedJudgement.Acceptable), Rule.Malformed, "judgement", "before she was asked" },
        { Missed(SessionMissedReason.NotAsked, SessionMissedJudgement.NotAcceptable, "ada"), Rule.Malformed, "judgement", "before she was asked" },
        { Missed(SessionMissedReason.NoAnswer, SessionMissedJudgement.NotAcceptable, "ada"), Rule.Malformed, "judgement", "cannot be found" },
        { Missed(SessionMissedReason.CancelledByService, SessionMissedJudgement.NotAcceptable, "ada"), Rule.Malformed, "judgement", "cannot be found" },
        { Missed(SessionMissedReason.DidNotWantTo, SessionMissedJudgement.NotAcceptable), Rule.Malformed, "judgedBy", "Nobody is named" },
        { Missed(SessionMissedReason.DidNotWantTo, SessionMissedJudgement.NotAcceptable, " "), Rule.Malformed, "judgedBy", "Nobody is named" },
        { new SupportEnded(SupportEndReason.HerChoice, For("XX")) { HappenedOn = When }, Rule.UnknownCode, "for.service", "'XX'" },
        { new NeedsAssessed(Version: Long) { HappenedOn = When }, Rule.TooLong, "version", "4001" },
        { new NeedsAssessed(Pathways: [new("ACCOM", NeedAnswer.Shared)]) { HappenedOn = When }, Rule.Malformed, "pathways", "no disclosure" },
        { new NeedsAssessed(Pathways: [new("ACCOM", NeedAnswer.SupportNeeded, -1)]) { HappenedOn = When }, Rule.Malformed, "pathways", "score" },
        { Sensitive("HEALTH", NeedAnswer.AskedNothingShared), Rule.Malformed, "sensitivePathways", "no disclosure" },
        { Sensitive("ABUSE", NeedAnswer.Shared, 3), Rule.Malformed, "sensitivePathways", "not scored" },
        { Needs("DOMESTIC_ABUSE"), Rule.Malformed, "needs", "hers to disclose" },
        { Needs("XX"), Rule.UnknownCode, "needs", "'XX'" },
        { new AccommodationStatusRecorded(AccommodationStatus.Temporary, null, Before) { HappenedOn = When }, Rule.ImpossibleDay, "until", "2024-06-13" },
        { new TenancyStatusRecorded(TenancyStatus.Held, new(1899, 1, 1)) { HappenedOn = When }, Rule.ImpossibleDay, "rentCoveredUntil", "1899" },
        { new TenancyStatusRecorded(TenancyStatus.Held, NoticeEndsOn: new(2224, 1, 1)) { HappenedOn = When }, Rule.ImpossibleDay, "noticeEndsOn", "2224" },
        { new BenefitStatusRecorded(BenefitStatus.ClaimMade, EndsOn: new(2224, 1, 1)) { HappenedOn = When }, Rule.ImpossibleDay, "endsOn", "2224" },
        { new DutyToRefer(Protected.Of("XX")) { HappenedOn = When }, Rule.UnknownCode, "by", "'XX'" },
        { new CircumstancesRecorded(Protected.Of(new Circumstances(new ChildrenTold(YesNoAnswer.Yes, Number: -1)))) { HappenedOn = When }, Rule.Malformed, "told.children", "number" },
        { new CircumstancesRecorded(Protected.Of(new Circumstances(Pregnancy: new(YesNoAnswer.Yes, new(2224, 1, 1))))) { HappenedOn = When }, Rule.ImpossibleDay, "told.pregnancy.dueOn", "2224" },
        { new HerViewRecorded(ViewKind.Praise, Words: Long) { HappenedOn = When }, Rule.TooLong, "words", "4001" },
        { new PanelActionAgreed(Who: Protected.Of("XX")) { HappenedOn = When }, Rule.UnknownCode, "who", "'XX'" },
        { new PanelActionAgreed(DueOn: Before) { HappenedOn = When }, Rule.ImpossibleDay, "dueOn", "2024-06-13" },
        { new ServicesToldEachOther(ToldOf.Release, ToldAnswer.Yes, Protected.Of<ValueList<string>>(["XX"])) { HappenedOn = When }, Rule.UnknownCode, "services", "'XX'" },
        { Consent([], [new("Willow")]), Rule.Malformed, "to.scope", "Nothing" },
        { new AccessLimited(Protected.Of<ValueList<Recipient>>([])) { HappenedOn = When }, Rule.Malformed, "to", "Nobody" },
        { new AccessLimited(Protected.Of<ValueList<Recipient>>([new("Willow")]), null, Before) { HappenedOn = When }, Rule.ImpossibleDay, "reviewOn", "2024-06-13" },
        { new PersonBarred(Protected.Of(new BarredPerson("not a user name", BarGround.Other))) { HappenedOn = When }, Rule.Malformed, "who.person", "user name" },
        { new WorkerNamed(Protected.Of(new Worker(WorkerRole.Keyworker, "", "ada"))) { HappenedOn = When }, Rule.Malformed, "who.agency", "no name" },
        { new WorkerNamed(Protected.Of(new Worker(WorkerRole.Keyworker, "Willow", "a b"))) { HappenedOn = When }, Rule.Malformed, "who.person", "user name" },
        { Consent([SharingScope.Plan], []), Rule.Malformed, "to.recipients", "Nobody" },
        { Consent([SharingScope.Plan], [new(" ")]), Rule.Malformed, "to.recipients", "no name" },
        { new SharingDecided(SharingDecision.Shared, SharingGround.Safeguarding, Terms) { HappenedOn = When }, Rule.Malformed, "why", "no reason" },
        { new SharingDecided(SharingDecision.Shared, SharingGround.Safeguarding, Terms, Protected.Of(" ")) { HappenedOn = When }, Rule.Malformed, "why", "no reason" },
        { new SharingDecided(SharingDecision.Shared, SharingGround.Safeguarding, null, Protected.Of("danger")) { HappenedOn = When }, Rule.Malformed, "to", "nobody is named" },
        { new SafeContact(Protected.Of(new SafeWays([], new string('x', 4001)))) { HappenedOn = When }, Rule.TooLong, "ways.times", "4001" },
        { new PlanAgreed(Long) { HappenedOn = When }, Rule.TooLong, "words", "4001" },
        { new PlanAgreed(Protected.Of("mine"), ReviewOn: Before) { HappenedOn = When }, Rule.ImpossibleDay, "reviewOn", "2024-06-13" },
        { new LeftArea("X1") { HappenedOn = When }, Rule.UnknownCode, "to", "'X1'" },
        { new CharacteristicsRecorded(Nationality: Long) { HappenedOn = When }, Rule.TooLong, "nationality", "4001" },
        { new EngagementTold(EngagementAnswer.Engaged, Long) { HappenedOn = When }, Rule.TooLong, "workingOn", "4001" },
        { new EngagementTold(EngagementAnswer.Engaged, WouldHelp: Long) { HappenedOn = When }, Rule.TooLong, "wouldHelp", "4001" },
    };

    public static TheoryData<Fact> Accepted => new()
    {
        new EngagementTold(EngagementAnswer.NotItsToTell) { HappenedOn = When },
        new Referred { HappenedOn = When },
        new Referred(For("DA_SERVICE", "ABUSE", "ACCOM"), ReferralRoute.Herself, YesNoAnswer.PrefersNotToSay) { HappenedOn = When },
        new ReferralAccepted(null, When.Day) { HappenedOn = When },
        Missed(null, SessionMissedJudgement.NotJudged),
        Missed(SessionMissedReason.PrefersNotToSay, SessionMissedJudgement.Acceptable),
        Missed(SessionMissedReason.DidNotWantTo, SessionMissedJudgement.NotAcceptable, "ada"),
        new NeedsAssessed(Pathways: [new("ACCOM", NeedAnswer.SupportNeeded, 0)]) { HappenedOn = When },
        Sensitive("SUBSTANCE", NeedAnswer.SupportNeeded, 10),
        Needs("TRAUMA"),
        new TenancyStatusRecorded(TenancyStatus.Lost, Before) { HappenedOn = When },
        new CircumstancesRecorded(Protected.Of(new Circumstances(new ChildrenTold(YesNoAnswer.Yes, YesNoAnswer.No)))) { HappenedOn = When },
        Consent([SharingScope.Abuse], [new("Willow", "ada")]),
        new SharingDecided(SharingDecision.NotShared, SharingGround.Safeguarding) { HappenedOn = When },
        new SafeContact(Protected.Of(new SafeWays([]))) { HappenedOn = When },
        new LeftArea { HappenedOn = When },
        new PanelActionDone(new FactId(Guid.CreateVersion7()), PanelActionOutcome.Done) { HappenedOn = When },
    };

    private static Protected<string> Long { get; } = Protected.Of(new string('x', 4001));

    private static Protected<SharingTerms> Terms { get; } = Protected.Of(new SharingTerms([SharingScope.Plan], [new("Willow")]));

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_malformed_or_impossible_fact_is_refused_and_the_sentence_names_the_field(Fact fact, Rule rule, string field, string words) =>
        Judged.Refused(fact, rule, field, words);

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_fact_on_the_edge_is_accepted(Fact fact) => Judged.Accepted(fact);

    private static Protected<SupportFor> For(string? service, params string[] pathways) => Protected.Of(new SupportFor(service, [.. pathways]));

    private static SessionMissed Missed(SessionMissedReason? reason, SessionMissedJudgement judgement, string? by = null) =>
        new(null, reason is { } said ? Protected.Of(said) : null, judgement, by is null ? null : Protected.Of(by)) { HappenedOn = When };

    private static NeedsAssessed Sensitive(string pathway, NeedAnswer answer, int? score = null) =>
        new(SensitivePathways: Protected.Of<ValueList<PathwayAnswer>>([new(pathway, answer, score)])) { HappenedOn = When };

    private static NeedsAssessed Needs(string need) => new(Needs: Protected.Of<ValueList<ComplexNeed>>([new(need, YesNoAnswer.Yes)])) { HappenedOn = When };

    private static ConsentGiven Consent(ValueList<SharingScope> scope, ValueList<Recipient> recipients) =>
        new(Protected.Of(new SharingTerms(scope, recipients)), ConsentPlace.WomensCentre) { HappenedOn = When };
}
