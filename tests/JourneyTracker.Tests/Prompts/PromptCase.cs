using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Prompts;

/// <summary>One journey for each kind of prompt, with the days on which it is shown and a fact after which nobody is needed any more.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Facts">What is on record, in the order in which it happened.</param>
/// <param name="Because">Which of them is behind it.</param>
/// <param name="First">The first day.</param>
/// <param name="Due">The day that matters.</param>
/// <param name="Last">The last day.</param>
/// <param name="Answer">What removes it, on its first day or before.</param>
internal sealed record PromptCase(string Kind, Fact[] Facts, int Because, string First, string Due, string Last, Fact Answer)
{
    public static IReadOnlyList<PromptCase> All { get; } =
    [
        Prepared("release-address", "2026-03-03", new ReleasePreparation(Address: Readiness.NotReady) { HappenedOn = default }, "2026-02-17", new ReleasePreparation(Address: Readiness.Ready) { HappenedOn = default }),
        Prepared("release-met", "2026-03-03", new ReleasePreparation(MetBy: MetBy.NobodyYet) { HappenedOn = default }, "2026-02-17", new ReleasePreparation(MetBy: MetBy.Keyworker) { HappenedOn = default }),
        Prepared(
            "release-prescription", "2026-03-03", new ReleasePreparation(Prescription: Protected.Of(Readiness.NotReady)) { HappenedOn = default }, "2026-02-17",
            new ReleasePreparation(Prescription: Protected.Of(Readiness.Ready), Medication: Protected.Of(Readiness.NotNeeded)) { HappenedOn = default }),
        Prepared("release-friday", "2026-03-06", new ReleasePreparation() { HappenedOn = default }, "2026-02-06", new ReleasePreparation(ReleaseOn: A.Day("2026-03-05")) { HappenedOn = default }),
        new("release-late-transfer", [Held(), new ReleasePreparation(A.Day("2026-03-03")) { HappenedOn = A.Day("2026-02-01") }, new Transferred { HappenedOn = A.Day("2026-02-20") }], 2, "2026-02-20", "2026-03-03", "2026-03-03",
            Released(ReleaseKind.OnLicence).On("2026-02-20")),
        new("recall-release", [Sentenced("IMMEDIATE_CUSTODY", "P3Y").On("2024-06-03"), Free("2025-12-01", "2027-06-02"), (Recalled() with { Kind = "FTR_56" }).On("2026-04-10"), Returned().On("2026-04-18")], 2,
            "2026-05-15", "2026-06-12", "2026-06-12", Released(ReleaseKind.OnLicence).On("2026-05-14")),
        new("first-72-hours", [Held(), Free()], 1, "2026-03-02", "2026-03-05", "2026-03-05", new AppointmentKept() { HappenedOn = default }.On("2026-03-02")),
        new("six-weeks", [Held(), Free()], 1, "2026-04-06", "2026-04-13", "2026-04-27", new EmploymentStatusRecorded(EmploymentStatus.LookingForWork) { HappenedOn = default }.On("2026-04-06")),
        new("three-months", [Held(), Free()], 1, "2026-05-19", "2026-06-02", "2026-06-16", new AccommodationStatusRecorded(AccommodationStatus.Temporary) { HappenedOn = default }.On("2026-05-19")),
        new("caution-deadline", [new ConditionallyCautioned([new(CautionConditionKind.Rehabilitative, A.Day("2026-05-20"))]) { HappenedOn = default }.On("2026-03-01")], 0, "2026-05-06", "2026-05-20", "2026-05-20",
            new ConditionMet(CautionConditionKind.Rehabilitative) { HappenedOn = default }.On("2026-05-01")),
        new("hearing-bail-report", [Charged().On("2026-03-01"), new Remanded(A.Day("2026-03-20")) { HappenedOn = default }.On("2026-03-02")], 1, "2026-03-13", "2026-03-20", "2026-03-20", new BailInformationReport() { HappenedOn = default }.On("2026-03-03")),
        new("licence-ending", [Held(), Free()], 1, "2026-07-04", "2026-08-01", "2026-08-01", new LicenceEnded() { HappenedOn = default }.On("2026-07-01")),
        new("order-ending", [Sentenced("CO", "P6M").On("2026-01-05")], 0, "2026-06-06", "2026-07-04", "2026-07-04", new OrderCompleted() { HappenedOn = default }.On("2026-06-01")),
        new("recall-considered", [Held(), Free(), new RecallConsidered() { HappenedOn = default }.On("2026-04-01")], 2, "2026-04-01", "2026-04-04", "2026-04-15", new RecallConsidered(RecallDecision.NoRecall) { HappenedOn = default }.On("2026-04-01")),
        new("children-plan", [Charged().On("2026-03-01"), new Bailed(NextHearingOn: A.Day("2026-05-20")) { HappenedOn = default }.On("2026-03-02"), Told(Mother).On("2026-03-10")], 2, "2026-04-22", "2026-05-20", "2026-06-03",
            new BailInformationReport(Considered.Considered) { HappenedOn = default }.On("2026-04-01")),
        new("children-recall", [Free(), Told(Mother).On("2026-03-10"), new RecallConsidered { HappenedOn = default }.On("2026-04-01")], 1, "2026-04-01", "2026-04-02", "2026-04-15",
            new RecallConsidered(DependantsTonight: Protected.Of("her sister")) { HappenedOn = default }.On("2026-04-01")),
        new("carer-in-custody", [Told(Mother).On("2026-03-10"), Received(CustodyBasis.Remand).On("2026-03-20")], 0, "2026-03-20", "2026-03-23", "2026-04-17", Released(ReleaseKind.OnBail).On("2026-03-20")),
        new("pregnant-in-custody", [Told(Expecting).On("2026-03-10"), Received(CustodyBasis.Remand).On("2026-03-20")], 0, "2026-03-20", "2026-03-21", "2026-06-12",
            Told(new Circumstances(Pregnancy: new PregnancyTold(YesNoAnswer.No))).On("2026-03-20")),
        new("support-needed", [Held(), Free(), new Warned(WarningKind.Letter, About: WarningAbout.SomethingElse) { HappenedOn = default }.On("2026-03-10")], 2, "2026-03-10", "2026-03-17", "2026-04-07", new ConditionsExplained(YesNoAnswer.Yes) { HappenedOn = default }.On("2026-03-10")),
        new("handover-open", [new Referred() { HappenedOn = default }.On("2026-03-02")], 0, "2026-03-04", "2026-03-04", "2026-04-01", new ReferralAccepted() { HappenedOn = default }.On("2026-03-03")),
        new("referral-waiting", [new Referred() { HappenedOn = default }.On("2026-03-02")], 0, "2026-03-17", "2026-03-16", "2026-04-13", new FirstContact() { HappenedOn = default }.On("2026-03-12")),
        new("consent-again", [Agrees(SharingScope.Attendance)], 0, "2026-04-02", "2026-04-09", "2026-05-28", new ConsentWithdrawn() { HappenedOn = default }.On("2026-04-01")),
    ];

    public static Circumstances Mother => new(new ChildrenTold(YesNoAnswer.Yes, YesNoAnswer.Yes, 2, [ChildrenCaredForBy.Her]));

    public static Circumstances Expecting => new(Pregnancy: new PregnancyTold(YesNoAnswer.Yes));

    public FactId Cause => A.Id(Because + 1);

    public A Journey => A.Journey().With(Facts);

    public static CircumstancesRecorded Told(Circumstances told) => new(Protected.Of(told)) { HappenedOn = default };

    public static ConsentGiven Agrees(SharingScope scope) => new ConsentGiven(
        Protected.Of(new SharingTerms([scope], [new Recipient("Northshire Probation")])), ConsentPlace.WomensCentre, Condition: ConsentCondition.None, ReviewOn: A.Day("2026-04-01"))
    { HappenedOn = default }.On("2026-03-01");

    public override string ToString() => Kind;

    private static Received Held() => Received(CustodyBasis.Sentence).On("2026-01-05");

    private static Released Free(string on = "2026-03-02", string until = "2026-08-01") => Released(ReleaseKind.OnLicence, until).On(on);

    private static PromptCase Prepared(string kind, string releaseOn, ReleasePreparation now, string first, ReleasePreparation then) => new(
        kind, [Held(), (now with { ReleaseOn = A.Day(releaseOn) }).On("2026-02-01")], 1, first, releaseOn, releaseOn, (then with { ReleaseOn = then.ReleaseOn ?? A.Day(releaseOn) }).On("2026-02-02"));
}
