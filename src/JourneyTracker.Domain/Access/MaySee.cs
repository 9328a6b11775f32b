using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Access;

/// <summary>Who may see and record what. Pure; every door asks it.</summary>
public static class MaySee
{
    /// <summary>Whether the caller may know of a journey at all.</summary>
    public static Sight Journey(Caller caller, Partnership owner) =>
        caller.Partnership == owner && caller.Role is Role.Coordinator or Role.Practitioner or Role.Auditor ? Sight.Seen : Sight.NotFound;

    /// <summary>
    /// What the caller may know of one fact. Justice facts are shared in the partnership; what a service learnt from her (support, sharing, her
    /// characteristics, safe contact and plan) is seen by the agency that recorded it and by auditors only, until her consent to share is on record.
    /// </summary>
    public static Sight Fact(Caller caller, RecordedFact recorded)
    {
        if (Journey(caller, recorded.Partnership) == Sight.NotFound) return Sight.NotFound;
        if (caller.Role == Role.Auditor || recorded.RecordedBy.Agency == caller.Agency) return Sight.Seen;
        return LearntFromHer(recorded.Fact) ? Sight.Masked : Sight.Seen;
    }

    /// <summary>Whether the caller may know who she is. Everybody else reads her pseudonym.</summary>
    public static bool Name(Caller caller, Partnership owner) => Journey(caller, owner) == Sight.Seen;

    /// <summary>
    /// Whether the caller may read what support would help her on licence (safeguards S1): those who work with her, never police, prosecutors, courts or prisons. That
    /// they are her own keyworker or responsible officer cannot be told yet, for nobody records it.
    /// </summary>
    public static bool Support(Caller caller, Partnership owner) =>
        Journey(caller, owner) == Sight.Seen && (caller.Role == Role.Auditor || (caller.Role == Role.Practitioner && caller.AgencyType is "PROBATION" or "WOMENS_CENTRE" or "VOLUNTARY"));

    /// <summary>Whether the caller may watch a partnership's board.</summary>
    public static bool Board(Caller caller, Partnership board) => Journey(caller, board) == Sight.Seen;

    /// <summary>Whether the caller may count women of a partnership by stage, without seeing who they are.</summary>
    public static bool Counts(Caller caller, Partnership partnership) => caller.Partnership == partnership;

    /// <summary>Whether the caller may record facts in a partnership.</summary>
    public static bool Record(Caller caller, Partnership partnership) =>
        caller.Partnership == partnership && caller.Role is Role.Coordinator or Role.Practitioner;

    /// <summary>Whether the caller may know how the server does, with the ids of a partnership's journeys that are in trouble.</summary>
    public static bool Operation(Caller caller, Partnership partnership) =>
        caller.Partnership == partnership && caller.Role is Role.Coordinator or Role.Auditor or Role.Administrator;

    private static bool LearntFromHer(Fact fact) => fact switch
    {
        Corrected corrected => LearntFromHer(corrected.With),
        CharacteristicsRecorded or SafeContact or PlanAgreed => true,
        _ => FactCatalogue.Of(fact).Family is Family.Support or Family.Sharing,
    };
}
