using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Access;

/// <summary>Who may see what, asked of the code for every role, kind of agency, part of a record, consent and circumstance. The records of another agency; its own an agency sees.</summary>
public static class AccessMatrix
{
    private const string Theirs = "Another agency";
    private const string Ours = "The caller's agency";
    private static readonly Partnership Partnership = new("matrix");
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly DateTimeOffset Now = LondonDay.StartOf(Day).AddHours(12);
    private static readonly JourneyId Journey = new(new Guid(1, 0, 0, new byte[8]));

    /// <summary>One fact of each part.</summary>
    private static readonly IReadOnlyDictionary<RecordPart, Fact> Samples = new Dictionary<RecordPart, Fact>
    {
        [RecordPart.General] = new Died { HappenedOn = Day },
        [RecordPart.Whereabouts] = new LeftArea { HappenedOn = Day },
        [RecordPart.Police] = new Arrested { HappenedOn = Day },
        [RecordPart.Screening] = new LiaisonAndDiversionScreened { HappenedOn = Day },
        [RecordPart.Court] = new HearingHeld { HappenedOn = Day },
        [RecordPart.Supervision] = new ReturnedToCustody { HappenedOn = Day },
        [RecordPart.Custody] = new Received(CustodyBasis.Remand) { HappenedOn = Day },
        [RecordPart.Casework] = new AppointmentKept { HappenedOn = Day },
        [RecordPart.RecallConsidered] = new RecallConsidered { HappenedOn = Day },
        [RecordPart.Engagement] = new SessionKept { HappenedOn = Day },
        [RecordPart.Needs] = new NeedsAssessed { HappenedOn = Day },
        [RecordPart.Plan] = new PlanAgreed(Protected.Of("a plan")) { HappenedOn = Day },
        [RecordPart.Circumstances] = new EmploymentStatusRecorded(EmploymentStatus.LookingForWork) { HappenedOn = Day },
        [RecordPart.SafeContact] = new SafeContact(Protected.Of(new SafeWays([]))) { HappenedOn = Day },
        [RecordPart.Hers] = new CharacteristicsRecorded { HappenedOn = Day },
    };

    public static IReadOnlyList<RecordPart> Parts { get; } = Enum.GetValues<RecordPart>();

    /// <summary>Every combination, with what is seen of each part.</summary>
    public static IEnumerable<AccessRow> Rows() =>
        from role in Enum.GetValues<Role>()
        from agency in CodeList.AgencyTypes.All
        from consent in Enum.GetValues<ConsentCase>()
        from circumstance in Enum.GetValues<CircumstanceCase>()
        select new AccessRow(role, agency.Value, consent, circumstance, Parts.ToDictionary(p => p, p => See(role, agency.Value, p, consent, circumstance)));

    /// <summary>What is seen of one part; null where the case cannot be: justice facts of a woman of whom no justice agency knows.</summary>
    public static Sight? See(Role role, string agencyType, RecordPart part, ConsentCase consent, CircumstanceCase circumstance)
    {
        if (circumstance == CircumstanceCase.SupportAlone && RecordParts.IsJustice(part)) return null;
        var caller = new Caller("caller", Ours, agencyType, role, Partnership);
        var recorded = new List<RecordedFact>();
        Record(recorded, Theirs, Samples[part]);
        if (circumstance != CircumstanceCase.SupportAlone) Record(recorded, Theirs, new Arrested { HappenedOn = Day });
        if (Terms(consent) is { } terms)
            Record(recorded, Theirs, new ConsentGiven(Protected.Of(terms), consent == ConsentCase.Unfree ? ConsentPlace.Custody : ConsentPlace.WomensCentre, Condition: ConsentCondition.None) { HappenedOn = Day });
        if (Rule(circumstance) is { } rule) Record(recorded, circumstance == CircumstanceCase.Emergency ? Ours : Theirs, rule);
        var access = JourneyAccess.Of(Replay.Of(recorded));
        if (circumstance == CircumstanceCase.Spent && RecordParts.IsJustice(part)) access = access.WithSpent(new HashSet<FactId> { recorded[0].Id }, recorded);
        return MaySee.Fact(caller, recorded[0], access, Now);
    }

    private static SharingTerms? Terms(ConsentCase consent) => consent switch
    {
        ConsentCase.None => null,
        ConsentCase.Attendance => new SharingTerms([SharingScope.Attendance], [new Recipient(Ours)]),
        _ => new SharingTerms([.. Enum.GetValues<SharingScope>()], [new Recipient(Ours)]),
    };

    private static Fact? Rule(CircumstanceCase circumstance) => circumstance switch
    {
        CircumstanceCase.LimitedToOthers => new AccessLimited(Protected.Of<ValueList<Recipient>>([new Recipient(Theirs)])) { HappenedOn = Day },
        CircumstanceCase.LimitedToCaller => new AccessLimited(Protected.Of<ValueList<Recipient>>([new Recipient(Ours, "caller")])) { HappenedOn = Day },
        CircumstanceCase.Barred => new PersonBarred(Protected.Of(new BarredPerson("caller", BarGround.Relative))) { HappenedOn = Day },
        CircumstanceCase.Emergency => new AccessOverridden(Protected.Of("somebody is in danger")) { HappenedOn = Day },
        CircumstanceCase.HerWorker => new WorkerNamed(Protected.Of(new Worker(WorkerRole.Keyworker, Ours, "caller"))) { HappenedOn = Day },
        _ => null,
    };

    private static void Record(List<RecordedFact> recorded, string agency, Fact fact)
    {
        var version = recorded.Count + 1;
        recorded.Add(new RecordedFact(
            new FactId(new Guid(version, 0, 0, new byte[8])), Journey, Partnership, version, version, Now.AddMinutes(-10 + version),
            new Recorder(agency == Ours ? "caller" : "somebody", agency), null, null, null, fact));
    }
}

/// <summary>One row: what a caller sees of each part of a record.</summary>
public sealed record AccessRow(Role Role, string AgencyType, ConsentCase Consent, CircumstanceCase Circumstance, IReadOnlyDictionary<RecordPart, Sight?> Sights);

/// <summary>What she shares with the caller's agency.</summary>
public enum ConsentCase
{
    None,

    /// <summary>Attended or not attended, freely.</summary>
    Attendance,

    /// <summary>Everything that can be shared, freely.</summary>
    Free,

    /// <summary>Everything that can be shared, said in custody.</summary>
    Unfree,
}

/// <summary>What else decides.</summary>
public enum CircumstanceCase
{
    Usual,

    /// <summary>Only others may know of her.</summary>
    LimitedToOthers,

    /// <summary>Only the caller may know of her.</summary>
    LimitedToCaller,

    /// <summary>The caller may not know of her.</summary>
    Barred,

    /// <summary>The caller opened her record in an emergency, less than three hours ago.</summary>
    Emergency,

    /// <summary>The caller is named as her worker.</summary>
    HerWorker,

    /// <summary>The record belongs to a caution or conviction that is spent.</summary>
    Spent,

    /// <summary>No justice agency knows of her.</summary>
    SupportAlone,
}
