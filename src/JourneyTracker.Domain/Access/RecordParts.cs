using System.Collections.Frozen;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Access;

/// <summary>Which part of her record a fact belongs to, and on what each part may be seen.</summary>
public static class RecordParts
{
    private static readonly FrozenDictionary<Type, RecordPart> ByType = new Dictionary<Type, RecordPart>
    {
        [typeof(LeftArea)] = RecordPart.Whereabouts,
        [typeof(MovedPartnership)] = RecordPart.Whereabouts,
        [typeof(LiaisonAndDiversionScreened)] = RecordPart.Screening,
        [typeof(AppointmentKept)] = RecordPart.Casework,
        [typeof(AppointmentMissed)] = RecordPart.Casework,
        [typeof(Warned)] = RecordPart.Casework,
        [typeof(ConditionsExplained)] = RecordPart.Casework,
        [typeof(RecallExplained)] = RecordPart.Casework,
        [typeof(ReleasePreparation)] = RecordPart.Casework,
        [typeof(CustodySafetyIncident)] = RecordPart.Casework,
        [typeof(UnitPlaceApplied)] = RecordPart.Casework,
        [typeof(UnitPlaceDecided)] = RecordPart.Casework,
        [typeof(RecallConsidered)] = RecordPart.RecallConsidered,
        [typeof(CharacteristicsRecorded)] = RecordPart.Hers,
        [typeof(SafeContact)] = RecordPart.SafeContact,
        [typeof(PlanAgreed)] = RecordPart.Plan,
        [typeof(WorkerNamed)] = RecordPart.Engagement,
        [typeof(Referred)] = RecordPart.Engagement,
        [typeof(ReferralAccepted)] = RecordPart.Engagement,
        [typeof(ReferralDeclined)] = RecordPart.Engagement,
        [typeof(FirstContact)] = RecordPart.Engagement,
        [typeof(SessionKept)] = RecordPart.Engagement,
        [typeof(SessionMissed)] = RecordPart.Engagement,
        [typeof(SupportEnded)] = RecordPart.Engagement,
        [typeof(PanelActionAgreed)] = RecordPart.Engagement,
        [typeof(PanelActionDone)] = RecordPart.Engagement,
        [typeof(ServicesToldEachOther)] = RecordPart.Engagement,
        [typeof(EngagementTold)] = RecordPart.Engagement,
        [typeof(Contact)] = RecordPart.Engagement,
        [typeof(NeedsAssessed)] = RecordPart.Needs,
        [typeof(CircumstancesRecorded)] = RecordPart.Circumstances,
        [typeof(AccommodationStatusRecorded)] = RecordPart.Circumstances,
        [typeof(TenancyStatusRecorded)] = RecordPart.Circumstances,
        [typeof(BenefitStatusRecorded)] = RecordPart.Circumstances,
        [typeof(DutyToRefer)] = RecordPart.Circumstances,
        [typeof(DutyToReferAnswered)] = RecordPart.Circumstances,
        [typeof(EmploymentStatusRecorded)] = RecordPart.Circumstances,
    }.ToFrozenDictionary();

    /// <summary>Agencies that need the sealed details of a part for their own task with her, consent or not. Our own reading of design section 8 and of ig_rules IG-09: unverified.</summary>
    private static readonly FrozenDictionary<RecordPart, FrozenSet<string>> NeedingAll = new Dictionary<RecordPart, FrozenSet<string>>
    {
        [RecordPart.Police] = FrozenSet.Create("POLICE", "CPS", "NON_POLICE_PROSECUTOR", "COURT", "PROBATION"),
        [RecordPart.Screening] = FrozenSet.Create("L_AND_D"),
        [RecordPart.Court] = FrozenSet.Create("POLICE", "CPS", "NON_POLICE_PROSECUTOR", "COURT", "PROBATION", "PRISON"),
        [RecordPart.Supervision] = FrozenSet.Create("PROBATION", "PRISON"),
        [RecordPart.Custody] = FrozenSet.Create("PROBATION", "PRISON"),
        [RecordPart.Casework] = FrozenSet.Create("PROBATION", "PRISON"),
    }.ToFrozenDictionary();

    /// <summary>Agencies of the justice system (list agency_types: those whose processing is for law enforcement).</summary>
    private static readonly FrozenSet<string> Justice = FrozenSet.Create("POLICE", "CPS", "NON_POLICE_PROSECUTOR", "COURT", "PROBATION", "PRISON");

    /// <summary>A correction belongs where what it says belongs. What is not named is hers alone when she told it.</summary>
    public static RecordPart Of(Fact fact) => fact is Corrected corrected ? Of(corrected.With) : Of(FactCatalogue.Of(fact));

    /// <summary>The part of a kind of fact.</summary>
    public static RecordPart Of(FactKind kind) => ByType.TryGetValue(kind.Type, out var part) ? part : kind.Family switch
    {
        Family.Herself or Family.Journal => RecordPart.General,
        Family.Police => RecordPart.Police,
        Family.Court => RecordPart.Court,
        Family.Supervision => RecordPart.Supervision,
        Family.Custody => RecordPart.Custody,
        _ => RecordPart.Hers,
    };

    /// <summary>What she must share for others to see the part; null when no consent opens it.</summary>
    public static SharingScope? ScopeOf(RecordPart part) => part switch
    {
        RecordPart.Screening => SharingScope.Health,
        RecordPart.Engagement => SharingScope.Engagement,
        RecordPart.Needs => SharingScope.Needs,
        RecordPart.Plan => SharingScope.Plan,
        RecordPart.Circumstances => SharingScope.Circumstances,
        RecordPart.SafeContact => SharingScope.SafeContact,
        _ => null,
    };

    /// <summary>Whether the part is about her dealings with the justice system.</summary>
    public static bool IsJustice(RecordPart part) =>
        part is RecordPart.Police or RecordPart.Screening or RecordPart.Court or RecordPart.Supervision or RecordPart.Custody or RecordPart.Casework or RecordPart.RecallConsidered;

    internal static bool NeedsAllOf(RecordPart part, string agencyType) => NeedingAll.TryGetValue(part, out var agencies) && agencies.Contains(agencyType);

    internal static bool IsJusticeAgency(string agencyType) => Justice.Contains(agencyType);
}
