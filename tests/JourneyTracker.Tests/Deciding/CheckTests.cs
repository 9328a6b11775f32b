using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Deciding;

public class CheckTests
{
    private static readonly DateOnly Today = Judged.Today;
    private static readonly HappenedOn When = new DateOnly(2024, 6, 14);

    /// <summary>Facts that must be refused: the fact, the rule, the field it is about, and a part of the sentence.</summary>
    public static TheoryData<Fact, Rule, string, string> Refused => new()
    {
        { new Arrested { HappenedOn = Today.AddDays(1) }, Rule.FutureDay, "happenedOn", "2024-06-16 is in the future" },
        { new Arrested { HappenedOn = HappenedOn.InMonth(2024, 7) }, Rule.FutureDay, "happenedOn", "2024-07 is in the future" },
        { new Arrested { HappenedOn = new DateOnly(1899, 12, 31) }, Rule.ImpossibleDay, "happenedOn", "before 1900" },
        { new JourneyOpened(OpenedBy.Hand, "X1") { HappenedOn = When }, Rule.UnknownCode, "area", "'X1'" },
        { new CharacteristicsRecorded("ZZ") { HappenedOn = When }, Rule.UnknownCode, "ethnicity", "list ethnicity" },
        { new CharacteristicsRecorded(Area: "X1") { HappenedOn = When }, Rule.UnknownCode, "area", "'X1'" },
        { new CharacteristicsRecorded(BirthYear: Protected.Of(2025)) { HappenedOn = When }, Rule.ImpossibleDay, "birthYear", "year of birth" },
        { new CharacteristicsRecorded(BirthYear: Protected.Of(1899)) { HappenedOn = When }, Rule.ImpossibleDay, "birthYear", "year of birth" },
        { new CharacteristicsRecorded(Religion: Long) { HappenedOn = When }, Rule.TooLong, "religion", "4000" },
        { new CharacteristicsRecorded(SexualOrientation: Long) { HappenedOn = When }, Rule.TooLong, "sexualOrientation", "4000" },
        { new Arrested("99") { HappenedOn = When }, Rule.UnknownCode, "offenceGroup", "'99'" },
        { new Arrested(Force: "X1") { HappenedOn = When }, Rule.UnknownCode, "force", "'X1'" },
        { new Arrested(Note: Long) { HappenedOn = When }, Rule.TooLong, "note", "4001 characters" },
        { new AttendedVoluntarily("99") { HappenedOn = When }, Rule.UnknownCode, "offenceGroup", "'99'" },
        { new AttendedVoluntarily(Force: "X1") { HappenedOn = When }, Rule.UnknownCode, "force", "'X1'" },
        { new DiversionConsidered(DiversionDecision.Excluded, Long) { HappenedOn = When }, Rule.TooLong, "why", "4000" },
        { new Cautioned("99") { HappenedOn = When }, Rule.UnknownCode, "offenceGroup", "'99'" },
        { new ConditionallyCautioned([], OffenceGroup: "99") { HappenedOn = When }, Rule.UnknownCode, "offenceGroup", "'99'" },
        { new ConditionallyCautioned([], When.Day.AddDays(-1)) { HappenedOn = When }, Rule.ImpossibleDay, "conditionsEndOn", "2024-06-13" },
        { new ConditionallyCautioned([new(CautionConditionKind.Other, When.Day.AddDays(-1))]) { HappenedOn = When }, Rule.ImpossibleDay, "conditions.dueOn", "2024-06-13" },
        { new ProsecutionStarted(ProsecutionForm.Charge, "TV") { HappenedOn = When }, Rule.UnknownCode, "prosecutor", "'TV'" },
        { new ProsecutionStarted(ProsecutionForm.Charge, OffenceGroup: "99") { HappenedOn = When }, Rule.UnknownCode, "offenceGroup", "'99'" },
        { new ProsecutionStarted(ProsecutionForm.Charge, OffenceOn: When.Day.AddDays(1)) { HappenedOn = When }, Rule.ImpossibleDay, "offenceOn", "after it happened" },
        { new Remanded(When.Day.AddDays(-1)) { HappenedOn = When }, Rule.ImpossibleDay, "nextHearingOn", "before it happened" },
        { new Sentenced("PRISON") { HappenedOn = When }, Rule.UnknownCode, "disposal", "'PRISON'" },
        { new Sentenced("NFA") { HappenedOn = When }, Rule.UnknownCode, "disposal", "court disposal" },
        { new Sentenced("CO", Requirements: [new("XX")]) { HappenedOn = When }, Rule.UnknownCode, "requirements", "'XX'" },
        { new Sentenced("CO", Requirements: [new("DRR")]) { HappenedOn = When }, Rule.Malformed, "requirements", "her health" },
        { new Sentenced("CO", TreatmentRequirements: Protected.Of<ValueList<Requirement>>([new("UPW")])) { HappenedOn = When }, Rule.Malformed, "treatmentRequirements", "UPW" },
        { new Released(ReleaseKind.OnLicence, DateOnly.MaxValue) { HappenedOn = When }, Rule.ImpossibleDay, "licenceEndsOn", "hundred years" },
        { new Contact("jane-pnc-12") { HappenedOn = When }, Rule.Malformed, "type", "jane-pnc-12" },
        { new Sentenced("FINE", OffenceOn: When.Day.AddDays(1)) { HappenedOn = When }, Rule.ImpossibleDay, "offenceOn", "after it happened" },
        { new Received(CustodyBasis.Remand, "ZZI") { HappenedOn = When }, Rule.UnknownCode, "prison", "'ZZI'" },
        { new Transferred("ZZI") { HappenedOn = When }, Rule.UnknownCode, "prison", "'ZZI'" },
        { new Released(ReleaseKind.OnLicence, When.Day.AddDays(-1)) { HappenedOn = When }, Rule.ImpossibleDay, "licenceEndsOn", "2024-06-13" },
        { new Recalled("FTR_99") { HappenedOn = When }, Rule.UnknownCode, "kind", "'FTR_99'" },
        { new Recalled("NONE") { HappenedOn = When }, Rule.UnknownCode, "kind", "'NONE'" },
        { new Recalled("EMERGENCY") { HappenedOn = When }, Rule.UnknownCode, "kind", "'EMERGENCY'" },
        { new Recalled("LR", 28) { HappenedOn = When }, Rule.Malformed, "lengthInDays", "28 days" },
        { new Recalled("FTR_14", 28) { HappenedOn = When }, Rule.Malformed, "lengthInDays", "FTR_14" },
        { new Recalled("LR", Reason: Protected.Of("XX")) { HappenedOn = When }, Rule.UnknownCode, "reason", "'XX'" },
        { new ReturnedToCustody("ZZI") { HappenedOn = When }, Rule.UnknownCode, "prison", "'ZZI'" },
        { new NeedsAssessed(Pathways: [new("HEALTH", NeedAnswer.SupportNeeded)]) { HappenedOn = When }, Rule.Malformed, "pathways", "HEALTH is sensitive" },
        { new NeedsAssessed(Pathways: [new("XX", NeedAnswer.SupportNeeded)]) { HappenedOn = When }, Rule.UnknownCode, "pathways", "'XX'" },
        { Sensitive("ACCOM", NeedAnswer.SupportNeeded), Rule.UnknownCode, "sensitivePathways", "'ACCOM'" },
        { Sensitive("ABUSE", NeedAnswer.NoSupportNeeded), Rule.Malformed, "sensitivePathways", "hers to disclose" },
        { Sensitive("ABUSE", NeedAnswer.SupportNeeded), Rule.Malformed, "sensitivePathways", "hers to disclose" },
        { Sensitive("SEX_WORK", NeedAnswer.UrgentSupportNeeded), Rule.Malformed, "sensitivePathways", "hers to disclose" },
        { new Contact("A visit") { HappenedOn = When }, Rule.Malformed, "type", "'A visit'" },
        { new Contact(new string('a', 61)) { HappenedOn = When }, Rule.Malformed, "type", "…" },
        { new Contact("visit", Long) { HappenedOn = When }, Rule.TooLong, "detail", "4001 characters" },
        { new Withdrawn(Some, CorrectionReason.Other, Long) { HappenedOn = When }, Rule.TooLong, "note", "4001 characters" },
        { Correction(new Contact("visit") { HappenedOn = When }, Long), Rule.TooLong, "note", "4001 characters" },
        { Correction(new Contact("A visit") { HappenedOn = When }), Rule.Malformed, "type", "'A visit'" },
        { Correction(new Contact("visit") { HappenedOn = Today.AddDays(1) }), Rule.FutureDay, "happenedOn", "future" },
        { Correction(new Withdrawn(Some, CorrectionReason.Other) { HappenedOn = When }), Rule.CannotBeCorrected, "with", "another correction" },
        { Correction(Correction(new Contact("visit") { HappenedOn = When })), Rule.CannotBeCorrected, "with", "another correction" },
    };

    /// <summary>Facts that stand on the edge, and must be accepted.</summary>
    public static TheoryData<Fact> Accepted => new()
    {
        new Arrested { HappenedOn = Today },
        new Arrested("04", "E23000001", Protected.Of(new string('x', 4000))) { HappenedOn = When },
        new Arrested { HappenedOn = new DateOnly(1900, 1, 1) },
        new CharacteristicsRecorded("NS", Protected.Of(2024)) { HappenedOn = When },
        new ConditionallyCautioned([new(CautionConditionKind.Other, When.Day)], When.Day) { HappenedOn = When },
        new ProsecutionStarted(ProsecutionForm.Charge, "CPS", "11", When.Day) { HappenedOn = When },
        new Remanded(When.Day) { HappenedOn = When },
        new Sentenced("IMMEDIATE_CUSTODY", new Term(months: 6)) { HappenedOn = When },
        new Received(CustodyBasis.NotKnown) { HappenedOn = When },
        new Released(ReleaseKind.OnLicence, When.Day) { HappenedOn = When },
        new Recalled("FTR_28", 28, RecallPurpose.ProtectHer, Protected.Of("FAILED_RESIDE")) { HappenedOn = When },
        new Recalled("LR") { HappenedOn = When },
        Sensitive("ABUSE", NeedAnswer.AskedNothingShared),
        Sensitive("SEX_WORK", NeedAnswer.PrefersNotToSay),
        Sensitive("HEALTH", NeedAnswer.UrgentSupportNeeded),
        new Contact(new string('a', 60)) { HappenedOn = When },
        Correction(new Contact("visit") { HappenedOn = When }),
    };

    private static FactId Some { get; } = FactId.Parse("0190f3a0-0000-7000-8000-000000000001", null);

    private static Protected<string> Long { get; } = Protected.Of(new string('x', 4001));

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_malformed_or_impossible_fact_is_refused_and_the_sentence_names_the_field(Fact fact, Rule rule, string field, string words) =>
        Judged.Refused(fact, rule, field, words);

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_fact_on_the_edge_is_accepted(Fact fact) => Judged.Accepted(fact);

    private static NeedsAssessed Sensitive(string pathway, NeedAnswer answer) =>
        new(SensitivePathways: Protected.Of<ValueList<PathwayAnswer>>([new(pathway, answer)])) { HappenedOn = When };

    private static Corrected Correction(Fact with, Protected<string>? note = null) =>
        new(Some, with, CorrectionReason.WrongDetail, note) { HappenedOn = When };
}
