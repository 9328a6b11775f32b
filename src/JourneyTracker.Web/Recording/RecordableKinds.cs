using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Web.Recording;

/// <summary>The kinds of fact that people record with a form. Others have doors of their own: opening, merging, moving, restricting, opening in an emergency, considering a recall.</summary>
internal static class RecordableKinds
{
    /// <summary>A few answers, and nothing that opens or ends a matter: recorded from the form itself.</summary>
    private static readonly Type[] Quick =
    [
        typeof(AppointmentKept), typeof(AppointmentMissed), typeof(SessionKept), typeof(SessionMissed), typeof(FirstContact), typeof(Contact), typeof(ConditionsExplained), typeof(RecallExplained),
    ];

    public static IReadOnlyList<FactKind> All { get; } = [.. FactCatalogue.All.Where(k => k.Family != Family.Journal && k.Type != typeof(JourneyOpened) && k.Type != typeof(AccessOverridden) && k.Type != typeof(RecallConsidered))];

    /// <summary>By stored name; null for one that is not recorded with a form, or not any more.</summary>
    public static FactKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>Whether something in it can be hers to disclose (safeguards S3), and is then shown to nobody.</summary>
    public static bool MayHoldDisclosures(FactKind kind) => kind.Family is Family.Support or Family.Sharing || kind.Type == typeof(LiaisonAndDiversionScreened);

    public static bool IsQuick(FactKind kind) => Quick.Contains(kind.Type);

    /// <summary>What an agency of that type (list agency_types) records most, by what it is there for. Our own choice.</summary>
    public static IReadOnlyList<FactKind> UsualFor(string agencyType) => [.. Usual(agencyType).Select(FactCatalogue.Of)];

    private static Type[] Usual(string agencyType) => agencyType switch
    {
        "POLICE" => [typeof(Arrested), typeof(AttendedVoluntarily), typeof(PoliceBailed), typeof(ReleasedUnderInvestigation), typeof(DiversionConsidered), typeof(ConditionallyCautioned), typeof(NoFurtherAction)],
        "CPS" or "NON_POLICE_PROSECUTOR" or "COURT" => [typeof(ProsecutionStarted), typeof(HearingHeld), typeof(Bailed), typeof(Remanded), typeof(Convicted), typeof(Sentenced), typeof(Discontinued)],
        "PROBATION" => [typeof(AppointmentKept), typeof(AppointmentMissed), typeof(ConditionsExplained), typeof(Warned), typeof(PreSentenceReport), typeof(SafeContact)],
        "PRISON" => [typeof(Received), typeof(ReleasePreparation), typeof(Transferred), typeof(TemporaryRelease), typeof(Released), typeof(SafeContact)],
        "L_AND_D" => [typeof(LiaisonAndDiversionScreened), typeof(Referred), typeof(NeedsAssessed), typeof(SessionKept), typeof(SafeContact)],
        "LA_HOUSING" or "HOUSING_PROVIDER" => [typeof(AccommodationStatusRecorded), typeof(TenancyStatusRecorded), typeof(DutyToReferAnswered), typeof(SessionKept), typeof(SessionMissed), typeof(Contact)],
        "WOMENS_CENTRE" => [typeof(SessionKept), typeof(SessionMissed), typeof(NeedsAssessed), typeof(CircumstancesRecorded), typeof(PlanAgreed), typeof(ConsentGiven), typeof(SafeContact)],
        _ => [typeof(SessionKept), typeof(SessionMissed), typeof(AppointmentKept), typeof(AppointmentMissed), typeof(Contact), typeof(Referred), typeof(NeedsAssessed), typeof(SafeContact)],
    };
}
