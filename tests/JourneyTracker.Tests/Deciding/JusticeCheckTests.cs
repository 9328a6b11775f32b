using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Deciding;

public class JusticeCheckTests
{
    private static readonly DateOnly Today = Judged.Today;
    private static readonly HappenedOn When = new DateOnly(2024, 6, 14);
    private static readonly DateOnly Before = When.Day.AddDays(-1);
    private static readonly DateOnly After = When.Day.AddDays(1);

    /// <summary>Facts that must be refused: the fact, the rule, the field it is about, and a part of the sentence.</summary>
    public static TheoryData<Fact, Rule, string, string> Refused => new()
    {
        { new LiaisonAndDiversionScreened(Needs: Protected.Of<ValueList<string>>(["XX"])) { HappenedOn = When }, Rule.UnknownCode, "needs", "'XX'" },
        { new LiaisonAndDiversionScreened(Needs: Protected.Of<ValueList<string>>(["DOMESTIC_ABUSE"])) { HappenedOn = When }, Rule.Malformed, "needs", "hers to disclose" },
        { new LiaisonAndDiversionScreened(Note: Long) { HappenedOn = When }, Rule.TooLong, "note", "4001" },
        { new PoliceBailed(Before) { HappenedOn = When }, Rule.ImpossibleDay, "returnOn", "before it happened" },
        { new CommunityResolution("99") { HappenedOn = When }, Rule.UnknownCode, "offenceGroup", "'99'" },
        { new PenaltyNotice("CO") { HappenedOn = When }, Rule.UnknownCode, "kind", "'CO'" },
        { new PenaltyNotice("PND", "99") { HappenedOn = When }, Rule.UnknownCode, "offenceGroup", "'99'" },
        { new ConditionNotCompliedWith(CautionConditionKind.Other, Reason: Long) { HappenedOn = When }, Rule.TooLong, "reason", "4001" },
        { new HearingHeld(NextHearingOn: Before) { HappenedOn = When }, Rule.ImpossibleDay, "nextHearingOn", "before it happened" },
        { new Bailed(NextHearingOn: Before) { HappenedOn = When }, Rule.ImpossibleDay, "nextHearingOn", "before it happened" },
        { new PreSentenceReport(Proposal: "NFA") { HappenedOn = When }, Rule.UnknownCode, "proposal", "court disposal" },
        { new DefenceRaised(Protected.Of(DefenceKind.Duress), Long) { HappenedOn = When }, Rule.TooLong, "note", "4001" },
        { new Convicted(OffenceGroup: "99") { HappenedOn = When }, Rule.UnknownCode, "offenceGroup", "'99'" },
        { new Convicted(OffenceOn: After) { HappenedOn = When }, Rule.ImpossibleDay, "offenceOn", "after it happened" },
        { new Sentenced("CO", ConvictedOn: After) { HappenedOn = When }, Rule.ImpossibleDay, "convictedOn", "after it happened" },
        { new Sentenced("CO", OffenceGroup: "99") { HappenedOn = When }, Rule.UnknownCode, "offenceGroup", "'99'" },
        { new Sentenced("CO", EarlyReleaseExclusions: ["XX"]) { HappenedOn = When }, Rule.UnknownCode, "earlyReleaseExclusions", "'XX'" },
        { new UnitPlaceDecided(Protected.Of(PrisonUnit.Other), Protected.Of(UnitDecision.Refused), Long) { HappenedOn = When }, Rule.TooLong, "why", "4001" },
        { new CustodySafetyIncident(Protected.Of(SafetyIncident.Other), "ZZI") { HappenedOn = When }, Rule.UnknownCode, "prison", "'ZZI'" },
        { new CustodySafetyIncident(Protected.Of(SafetyIncident.Other), Note: Long) { HappenedOn = When }, Rule.TooLong, "note", "4001" },
        { new ReleasePreparation(Before) { HappenedOn = When }, Rule.ImpossibleDay, "releaseOn", "before it happened" },
        { new TemporaryRelease(BackOn: Before) { HappenedOn = When }, Rule.ImpossibleDay, "backOn", "before it happened" },
        { new TimeAdjusted(TimeAdjustment.Remand, 0) { HappenedOn = When }, Rule.Malformed, "days", "at least one" },
        { new Recalled("LR", NotCompliedWith: ["XX"]) { HappenedOn = When }, Rule.UnknownCode, "notCompliedWith", "'XX'" },
        { new Recalled("LR", NotCompliedWith: ["AC13"]) { HappenedOn = When }, Rule.Malformed, "notCompliedWith", "her health" },
        { new Recalled("LR", RevokedOn: Today.AddDays(1)) { HappenedOn = When }, Rule.FutureDay, "revokedOn", "in the future" },
        { new Recalled("LR", HealthConditionsNotCompliedWith: Protected.Of<ValueList<string>>(["XX"])) { HappenedOn = When }, Rule.UnknownCode, "healthConditionsNotCompliedWith", "'XX'" },
        { new ConditionsSet(["AC17"]) { HappenedOn = When }, Rule.Malformed, "conditions", "her health" },
        { new ConditionsSet(EndOn: Before) { HappenedOn = When }, Rule.ImpossibleDay, "endOn", "before it happened" },
        { new AppointmentMissed(YesNoAnswer.Yes, Found: AbsenceFinding.Unacceptable) { HappenedOn = When }, Rule.Malformed, "foundBy", "Who found so" },
        { new AppointmentMissed(Found: AbsenceFinding.Unacceptable, FoundBy: "ann.example") { HappenedOn = When }, Rule.Malformed, "reasonAsked", "not asked why" },
        { new AppointmentMissed(YesNoAnswer.Yes, Found: AbsenceFinding.Acceptable, FoundBy: "a person of ours") { HappenedOn = When }, Rule.Malformed, "foundBy", "user name" },
        { new AppointmentMissed(Words: Long) { HappenedOn = When }, Rule.TooLong, "words", "4001" },
        { new Warned(MissedOn: Before) { HappenedOn = When }, Rule.Malformed, "missedOn", "not about one" },
        { new Warned(About: WarningAbout.MissedAppointment, MissedOn: After) { HappenedOn = When }, Rule.ImpossibleDay, "missedOn", "after it happened" },
        { new ReReleased(LicenceEndsOn: Before) { HappenedOn = When }, Rule.ImpossibleDay, "licenceEndsOn", "before it happened" },
        { new PostSentenceSupervisionStarted(Before) { HappenedOn = When }, Rule.ImpossibleDay, "endsOn", "before it happened" },
        { new RecallConsidered(Trigger: Protected.Of("XX")) { HappenedOn = When }, Rule.UnknownCode, "trigger", "'XX'" },
        { new RecallConsidered(TriggerWords: Long) { HappenedOn = When }, Rule.TooLong, "triggerWords", "4001" },
        { new RecallConsidered(NotCompliedWith: ["AC13"]) { HappenedOn = When }, Rule.Malformed, "notCompliedWith", "her health" },
        { new RecallConsidered(Alternatives: [new("XX")]) { HappenedOn = When }, Rule.UnknownCode, "alternatives", "'XX'" },
        { new RecallConsidered(Alternatives: [new("HOME_VISIT", After)]) { HappenedOn = When }, Rule.ImpossibleDay, "alternatives", "after it happened" },
        { new RecallConsidered(Alternatives: [new("DRUG_TESTING")]) { HappenedOn = When }, Rule.Malformed, "alternatives", "sensitive" },
        { new RecallConsidered(SensitiveAlternatives: Protected.Of<ValueList<AlternativeTried>>([new("XX")])) { HappenedOn = When }, Rule.UnknownCode, "sensitiveAlternatives", "'XX'" },
        { new RecallConsidered(Engagement: Protected.Of<ValueList<ServiceEngagement>>([new("XX", EngagementAnswer.NotAsked)])) { HappenedOn = When }, Rule.UnknownCode, "engagement", "'XX'" },
        { new RecallConsidered(HerView: Long) { HappenedOn = When }, Rule.TooLong, "herView", "4001" },
        { new RecallConsidered(DependantsTonight: Long) { HappenedOn = When }, Rule.TooLong, "dependantsTonight", "4001" },
        { new RecallConsidered(Achieves: Long) { HappenedOn = When }, Rule.TooLong, "achieves", "4001" },
        { new RecallConsidered(Law: new("REL-01")) { HappenedOn = When }, Rule.UnknownCode, "law.rule", "'REL-01'" },
        { new RecallConsidered(Law: new("REC-06", "XX")) { HappenedOn = When }, Rule.UnknownCode, "law.kind", "'XX'" },
        { new RecallConsidered(LawWhy: Long) { HappenedOn = When }, Rule.TooLong, "lawWhy", "4001" },
        { new RecallConsidered(AlternativesWhy: Protected.Of<ValueList<AlternativeWhy>>([new("XX", "no")])) { HappenedOn = When }, Rule.UnknownCode, "alternativesWhy", "'XX'" },
        { new RecallConsidered(AlternativesWhy: Protected.Of<ValueList<AlternativeWhy>>([new("HOME_VISIT", new string('x', 4001))])) { HappenedOn = When }, Rule.TooLong, "alternativesWhy", "4001" },
        { new RecallConsidered(DecisionWhy: Long) { HappenedOn = When }, Rule.TooLong, "decisionWhy", "4001" },
        { new RecallConsidered(AskedToSign: ["a b"]) { HappenedOn = When }, Rule.Malformed, "askedToSign", "user name" },
        { new RecallConsidered(Countersignatures: [new(CountersigningRole.AreaManager, "a b", When.Day, true)]) { HappenedOn = When }, Rule.Malformed, "countersignatures", "user name" },
        { new RecallConsidered(Countersignatures: [new(CountersigningRole.AreaManager, "ann", After, true)]) { HappenedOn = When }, Rule.ImpossibleDay, "countersignatures", "after it happened" },
    };

    /// <summary>Facts that stand on the edge, and must be accepted: what is merely missing is never refused.</summary>
    public static TheoryData<Fact> Accepted => new()
    {
        new PoliceBailed(When.Day, [BailCondition.Curfew]) { HappenedOn = When },
        new PenaltyNotice("CANNABIS_KHAT") { HappenedOn = When },
        new PreSentenceReport(ReportForm.Oral, "CO") { HappenedOn = When },
        new Sentenced("IMMEDIATE_CUSTODY", new Term(months: 6), ConvictedOn: When.Day, EarlyReleaseExclusions: ["NONE"]) { HappenedOn = When },
        new TimeAdjusted(TimeAdjustment.TaggedBail, 1) { HappenedOn = When },
        new ConditionsSet(["S3", "BESPOKE"], Protected.Of<ValueList<string>>(["AC13"]), When.Day) { HappenedOn = When },
        new Recalled("LR", RevokedOn: Today) { HappenedOn = When },
        new AppointmentMissed { HappenedOn = When },
        new AppointmentMissed(YesNoAnswer.PrefersNotToSay, Found: AbsenceFinding.Unacceptable, FoundBy: "ann.example") { HappenedOn = When },
        new RecallConsidered { HappenedOn = When },
        new RecallConsidered(RecallDecision.Recall) { HappenedOn = When },
        new RecallConsidered(Alternatives: [new("HOME_VISIT", When.Day)], Law: new("REC-06", "FTR_56")) { HappenedOn = When },
    };

    private static Protected<string> Long { get; } = Protected.Of(new string('x', 4001));

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_malformed_or_impossible_fact_is_refused_and_the_sentence_names_the_field(Fact fact, Rule rule, string field, string words) =>
        Judged.Refused(fact, rule, field, words);

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_fact_on_the_edge_is_accepted(Fact fact) => Judged.Accepted(fact);

    [Fact]
    public void An_absence_counts_only_after_she_was_asked_and_a_named_person_found_the_reason_unacceptable()
    {
        var counted = new AppointmentMissed(YesNoAnswer.Yes, Found: AbsenceFinding.Unacceptable, FoundBy: "ann.example") { HappenedOn = When };

        counted.Counts().Should().BeTrue();
        (counted with { ReasonAsked = YesNoAnswer.NotAsked }).Counts().Should().BeFalse();
        (counted with { ReasonAsked = YesNoAnswer.No }).Counts().Should().BeFalse();
        (counted with { Found = AbsenceFinding.Acceptable }).Counts().Should().BeFalse();
        (counted with { FoundBy = null }).Counts().Should().BeFalse();
    }
}
