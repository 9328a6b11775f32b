using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.Tests.StoredFacts;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>Facts and appends for tests of the journal.</summary>
internal static class Samples
{
    public static readonly Recorder Tester = new("tester", "Test Agency");
    public static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly FactId Earlier = new(Guid.Parse("0199aaaa-0000-7000-8000-000000000001"));

    private static readonly IReadOnlyList<Fact> Written =
    [
        new JourneyOpened(OpenedBy.Hand, "E23000007") { HappenedOn = Day },
        new CharacteristicsRecorded("W1", Protected.Of(1990), Protected.Of(YesNoAnswer.Yes), Protected.Of("her religion"), Protected.Of("her answer"), "E23000007") { HappenedOn = Day },
        new Arrested("THEFT", "E23000007", Protected.Of("a note")) { HappenedOn = HappenedOn.At(Day, new TimeOnly(9, 46, 53)) },
        new AttendedVoluntarily("THEFT", "E23000007") { HappenedOn = Day },
        new DiversionConsidered(DiversionDecision.DeclinedByHer, Protected.Of("a reason")) { HappenedOn = Day },
        new Diverted(DiversionScheme.WomensCentre) { HappenedOn = Day },
        new DiversionClosed(DiversionOutcome.Completed) { HappenedOn = Day },
        new Cautioned("THEFT") { HappenedOn = Day },
        new ConditionallyCautioned([new(CautionConditionKind.WomensCentreAttendance, Day)], Day, "THEFT") { HappenedOn = Day },
        new ProsecutionStarted(ProsecutionForm.Charge, "CPS", "THEFT", Day) { HappenedOn = Day },
        new Remanded(Day) { HappenedOn = Day, Matter = new MatterReference("CASE 2026/0001") },
        new Sentenced("CO", new Term(months: 12), new Term(years: 2), [new("RAR", Days: 20)], Day) { HappenedOn = HappenedOn.InMonth(2026, 2) },
        new Received(CustodyBasis.Remand, "PRISON") { HappenedOn = Day, Matter = new MatterReference("CASE 2026/0001") },
        new CustodyBasisChanged(CustodyBasis.Sentence) { HappenedOn = Day },
        new Transferred("PRISON") { HappenedOn = Day },
        new Released(ReleaseKind.OnLicence, Day) { HappenedOn = Day },
        new Recalled("FTR_28", 28, RecallPurpose.RestoreContact, Protected.Of("REASON")) { HappenedOn = Day },
        new ReturnedToCustody("PRISON") { HappenedOn = Day },
        new LicenceEnded { HappenedOn = HappenedOn.NotKnownBy(Day) },
        new NeedsAssessed(Protected.Of("tool"), Pathways: [new("ACCOM", NeedAnswer.SupportNeeded)], SensitivePathways: Protected.Of<ValueList<PathwayAnswer>>([new("ABUSE", NeedAnswer.AskedNothingShared)])) { HappenedOn = Day },
        new Contact("phone-call", Protected.Of("what was said, € and 'quotes' \\ too")) { HappenedOn = Day },
        new Corrected(Earlier, new Arrested(Note: Protected.Of("inner")) { HappenedOn = Day, Matter = new MatterReference("CASE 2026/0001") }, CorrectionReason.WrongDay, Protected.Of("why")) { HappenedOn = Day },
        new Withdrawn(Earlier, CorrectionReason.WrongWoman, Protected.Of("why")) { HappenedOn = Day },
        new JourneysMerged(NewJourney(), NewJourney(), MergeReason.SameIdentifier, Protected.Of("why")) { HappenedOn = Day },
        new JourneysUnmerged(Earlier, CorrectionReason.WrongWoman, Protected.Of("why")) { HappenedOn = Day },
        new ProcessingRestricted(RestrictionGround.AccuracyContested, Earlier, Protected.Of("why")) { HappenedOn = Day },
        new MovedPartnership(MoveDirection.To, new Partnership("south"), NewJourney(), Protected.Of("why")) { HappenedOn = Day },
        new RestrictionLifted(Earlier, Protected.Of("why")) { HappenedOn = Day },
    ];

    /// <summary>One of every kind, protected values open: those written here, and of every other kind one with every field filled in.</summary>
    public static IReadOnlyList<Fact> EveryKind { get; } =
        [.. Written, .. FactCatalogue.All.Where(k => Written.All(f => f.GetType() != k.Type)).Select(k => Filled.Fact(k.Type))];

    public static JourneyId NewJourney() => new(Guid.NewGuid());

    public static NewFact New(Fact fact, string? reference = null) =>
        new(new FactId(Guid.CreateVersion7()), fact, reference is null ? null : new SourceReference("agency", reference));

    public static Fact Contact(string type) => new Contact(type) { HappenedOn = Day };

    public static Append Append(JourneyId journey, params NewFact[] facts) => new(JournalHouse.North, journey, Tester, facts);

    public static string Unique(string name) => $"{name}-{Guid.NewGuid():N}";
}
