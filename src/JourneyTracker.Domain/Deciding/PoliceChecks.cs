using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a fact of the police family.</summary>
internal static class PoliceChecks
{
    public static Refusal? Of(Fact fact) => fact switch
    {
        Arrested f => Offence(f.OffenceGroup) ?? Known(CodeList.PoliceForceAreas, f.Force, "force") ?? Text(f.Note, "note"),
        AttendedVoluntarily f => Offence(f.OffenceGroup) ?? Known(CodeList.PoliceForceAreas, f.Force, "force"),
        DiversionConsidered f => Text(f.Why, "why"),
        Cautioned f => Offence(f.OffenceGroup),
        ConditionallyCautioned f => Offence(f.OffenceGroup) ?? NotBefore(f, f.ConditionsEndOn, "conditionsEndOn")
            ?? f.Conditions.Select(c => NotBefore(f, c.DueOn, "conditions.dueOn")).FirstOrDefault(r => r is not null),
        ProsecutionStarted f => Offence(f.OffenceGroup) ?? Known(CodeList.AgencyTypes, f.Prosecutor, "prosecutor") ?? NotAfter(f, f.OffenceOn, "offenceOn"),
        LiaisonAndDiversionScreened f => Opened(f.Needs)?.Select(NeedsChecks.Need).FirstOrDefault(r => r is not null) ?? Text(f.Note, "note"),
        PoliceBailed f => NotBefore(f, f.ReturnOn, "returnOn"),
        CommunityResolution f => Offence(f.OffenceGroup),
        PenaltyNotice { Kind: not ("PND" or "CANNABIS_KHAT") } f => NotInList("kind", f.Kind, "PND or CANNABIS_KHAT of the list disposals"),
        PenaltyNotice f => Offence(f.OffenceGroup),
        ConditionNotCompliedWith f => Text(f.Reason, "reason"),
        _ => null,
    };
}
