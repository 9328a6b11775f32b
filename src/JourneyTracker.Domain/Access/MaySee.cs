using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Access;

/// <summary>Who may see and record what. Pure; every door asks it.</summary>
public static class MaySee
{
    /// <summary>Whether the caller may know of journeys of a partnership at all.</summary>
    public static Sight Journey(Caller caller, Partnership owner) =>
        caller.Partnership == owner && caller.Role is Role.Coordinator or Role.Practitioner or Role.Auditor ? Sight.Seen : Sight.NotFound;

    /// <summary>
    /// Whether the caller may know of one journey. To who is barred, who is not named where it is limited to some (safeguards S5), and to practitioners of justice
    /// agencies while she is here for support alone (S10), there is none.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="owner">Whose journey it is.</param>
    /// <param name="access">What her record says of who may know of it.</param>
    /// <param name="now">The moment.</param>
    public static Sight Journey(Caller caller, Partnership owner, JourneyAccess access, DateTimeOffset now)
    {
        if (Journey(caller, owner) == Sight.NotFound || access.Barred.Contains(caller.Person)) return Sight.NotFound;
        if (access.LimitedTo is { } named && !named.Any(n => Names(n, caller))) return Sight.NotFound;
        return IsForSupportAlone(caller, access, LondonDay.Of(now)) ? Sight.NotFound : Sight.Seen;
    }

    /// <summary>
    /// What the caller may know of one fact. Justice facts are shared in the partnership, their sealed details with those who need them; how work with her goes is no
    /// concern of police, prosecutors and courts, and that a recall is considered is for her own workers (safeguards S1); what a service learnt from her is seen by the
    /// agency that recorded it, by auditors, and by whom she named. Who opened her record in an emergency sees all of it for three hours.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="recorded">The fact.</param>
    /// <param name="access">What her record says of who may know of it.</param>
    /// <param name="now">The moment: what she took back is closed from then on, also for earlier days.</param>
    public static Sight Fact(Caller caller, RecordedFact recorded, JourneyAccess access, DateTimeOffset now)
    {
        if (Journey(caller, recorded.Partnership, access, now) == Sight.NotFound) return Sight.NotFound;
        if (access.Spent.Contains(recorded.Id) && !SeesSpent(caller)) return Sight.NotFound;
        if (caller.Role == Role.Auditor || recorded.RecordedBy.Agency == caller.Agency || access.IsOverriddenBy(caller, now)) return Sight.Seen;
        var (part, today) = (RecordParts.Of(recorded.Fact), LondonDay.Of(now));
        if (part == RecordPart.RecallConsidered && Support(caller, recorded.Journey, access, today)) return IsProbationPractitioner(caller) ? Sight.Seen : Sight.InPart;
        return Part(caller, part, access, today);
    }

    /// <summary>Whether the caller may know of cautions and convictions that are spent: justice agencies and auditors (safeguards S10, ig_rules IG-15; which roles the law exempts is our own reading, unverified).</summary>
    public static bool SeesSpent(Caller caller) => caller.Role == Role.Auditor || RecordParts.IsJusticeAgency(caller.AgencyType);

    /// <summary>Whether the caller may know who she is. Everybody else reads her pseudonym.</summary>
    public static bool Name(Caller caller, Partnership owner) => Journey(caller, owner) == Sight.Seen;

    /// <summary>Whether the caller may open a record in an emergency: who works with women here, and never a program.</summary>
    public static bool Override(Caller caller, Partnership owner) => Record(caller, owner);

    /// <summary>
    /// Whether the caller may read what support would help her on licence: her own keyworker and responsible officer, and nobody else (safeguards S1) but who holds
    /// the machine and its keys anyway.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="journey">Her journey.</param>
    /// <param name="access">Who works with her stands there, or in the caller's sign-in.</param>
    /// <param name="day">The day that is read: who was her worker then.</param>
    public static bool Support(Caller caller, JourneyId journey, JourneyAccess access, DateOnly day) =>
        Supports(caller) && (caller.AgencyType == Caller.AtTheMachine || access.IsWorkedWithBy(caller, journey, day));

    /// <summary>Whether the caller could be somebody's keyworker or responsible officer.</summary>
    public static bool Supports(Caller caller) =>
        caller is { Role: Role.Practitioner, AgencyType: "PROBATION" or "WOMENS_CENTRE" or "VOLUNTARY" } or { Role: Role.Auditor, AgencyType: Caller.AtTheMachine };

    /// <summary>Whether the caller may read what is considered of a recall: whoever may read what support would help her, who was asked to countersign, and auditors (safeguards S1).</summary>
    public static bool Recall(Caller caller, JourneyId journey, JourneyAccess access, RecallProposal? proposal, DateOnly day) =>
        caller.Role == Role.Auditor || Support(caller, journey, access, day) || (IsProbationPractitioner(caller) && proposal?.WasAsked(caller.AsRecorder) == true);

    /// <summary>Whether the caller may consider and record a recall: her own probation practitioner.</summary>
    public static bool ProposeRecall(Caller caller, JourneyId journey, JourneyAccess access, DateOnly day) =>
        IsProbationPractitioner(caller) && access.IsWorkedWithBy(caller, journey, day);

    /// <summary>Whether the caller's service may be asked what has gone well with a woman: no justice agency is.</summary>
    public static bool TellsWhatGoesWell(Caller caller) => caller.Role == Role.Practitioner && !RecordParts.IsJusticeAgency(caller.AgencyType);

    /// <summary>Whether the caller may watch a partnership's board.</summary>
    public static bool Board(Caller caller, Partnership board) => Journey(caller, board) == Sight.Seen;

    /// <summary>Whether the caller may count women of a partnership by stage, without seeing who they are.</summary>
    public static bool Counts(Caller caller, Partnership partnership) => caller.Partnership == partnership;

    /// <summary>
    /// Whether the caller may take rows about women out of the evaluator's store, under names made for the export and with a reason (safeguards S15): evaluators, and they alone; somebody who knows women's
    /// names could find them again in the rows.
    /// </summary>
    public static bool TakesRows(Caller caller, Partnership partnership) => Counts(caller, partnership) && caller is { Role: Role.Evaluator, Why.Length: > 0 };

    /// <summary>Whether the caller may test a rule on what was known of women on past days, sealed records included: an evaluator who holds the machine and its keys anyway (safeguards S1).</summary>
    public static bool TestsRules(Caller caller, Partnership partnership) => Counts(caller, partnership) && caller is { Role: Role.Evaluator, AgencyType: Caller.AtTheMachine };

    /// <summary>Whether the caller may see what a rule says in numbers, held against what happened later: evaluators, until a local backtest has passed (safeguards S1).</summary>
    public static bool SeesScores(Caller caller, Partnership partnership) => Counts(caller, partnership) && caller.Role == Role.Evaluator;

    /// <summary>Whether the caller may register what is to be asked of the evaluator's store: evaluators.</summary>
    public static bool RegistersQuestions(Caller caller, Partnership partnership) => Counts(caller, partnership) && caller.Role == Role.Evaluator;

    /// <summary>Whether the caller may record facts in a partnership.</summary>
    public static bool Record(Caller caller, Partnership partnership) =>
        caller.Partnership == partnership && caller.Role is Role.Coordinator or Role.Practitioner;

    /// <summary>Whether the caller may know how the server does, with the ids of a partnership's journeys that are in trouble.</summary>
    public static bool Operation(Caller caller, Partnership partnership) =>
        caller.Partnership == partnership && caller.Role is Role.Coordinator or Role.Auditor or Role.Administrator;

    /// <summary>Whether the caller may see of what a partnership is made: its agencies, people and sharing agreements.</summary>
    public static bool SeeAdministration(Caller caller, Partnership partnership) =>
        caller.Partnership == partnership && caller.Role is Role.Coordinator or Role.Auditor or Role.Administrator;

    /// <summary>Whether the caller may change that.</summary>
    public static bool Administer(Caller caller, Partnership partnership) => caller.Partnership == partnership && caller.Role == Role.Administrator;

    /// <summary>
    /// Whether the caller may import an agency's file, and read rows that were refused: coordinators. Such rows name women whom no journey hides yet, of any agency; an administrator
    /// knows of no woman, and a practitioner of no other agency's file.
    /// </summary>
    public static bool Import(Caller caller, Partnership partnership) => caller.Partnership == partnership && caller.Role == Role.Coordinator;

    private static bool IsProbationPractitioner(Caller caller) => caller is { Role: Role.Practitioner, AgencyType: "PROBATION" };

    private static Sight Part(Caller caller, RecordPart part, JourneyAccess access, DateOnly day)
    {
        if (RecordParts.NeedsAllOf(part, caller.AgencyType)) return Sight.Seen;
        if (RecordParts.ScopeOf(part) is { } scope && Consents.Shares(access.Sharing, caller, scope, day)) return Sight.Seen;
        return part switch
        {
            RecordPart.Casework when RecordParts.IsJusticeAgency(caller.AgencyType) => Sight.Masked,
            RecordPart.General or RecordPart.Casework or RecordPart.Police or RecordPart.Screening or RecordPart.Court or RecordPart.Supervision or RecordPart.Custody => Sight.InPart,
            RecordPart.Whereabouts when caller.Role == Role.Coordinator => Sight.Seen,
            RecordPart.Engagement when Consents.Shares(access.Sharing, caller, SharingScope.Attendance, day) => Sight.AttendanceOnly,
            _ => Sight.Masked,
        };
    }

    /// <summary>Whether women who are here for support alone are "not found" for the caller (safeguards S10); no mark in the database says which women they are.</summary>
    public static bool IsKeptFromSupportAlone(Caller caller) => caller.Role == Role.Practitioner && RecordParts.IsJusticeAgency(caller.AgencyType);

    private static bool IsForSupportAlone(Caller caller, JourneyAccess access, DateOnly today) =>
        !access.IsKnownToJustice && IsKeptFromSupportAlone(caller) && !access.Agencies.Contains(caller.Agency)
        && !Enum.GetValues<SharingScope>().Any(s => Consents.Shares(access.Sharing, caller, s, today));

    private static bool Names(Recipient recipient, Caller caller) => recipient.Agency == caller.Agency && (recipient.Person is null || recipient.Person == caller.Person);
}
