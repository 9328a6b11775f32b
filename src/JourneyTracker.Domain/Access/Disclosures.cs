using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Access;

/// <summary>
/// Leaves out what is hers to disclose (safeguards S3): what tells of domestic and sexual abuse, or of prostitution or sex work, is shown to nobody until she
/// has named who may know. Asked by the door, so that no page can forget it.
/// </summary>
public static class Disclosures
{
    /// <summary>Kinds of service that tell of abuse by themselves (list agency_types).</summary>
    private const string AbuseService = "DA_SERVICE";

    public static Fact Without(Fact fact) => fact switch
    {
        Corrected f => f with { With = Without(f.With) },
        NeedsAssessed { SensitivePathways: { IsOpen: true } answers } f => f with { SensitivePathways = Kept(answers.Value, a => !IsDisclosure(a.Pathway)) },
        Referred f => f with { For = Kept(f.For) },
        ReferralAccepted f => f with { For = Kept(f.For) },
        ReferralDeclined f => f with { For = Kept(f.For) },
        FirstContact f => f with { For = Kept(f.For) },
        SessionKept f => f with { For = Kept(f.For) },
        SessionMissed f => f with { For = Kept(f.For) },
        SupportEnded f => f with { For = Kept(f.For) },
        HerViewRecorded f => f with { About = Kept(f.About) },
        AccommodationStatusRecorded { Kind: { IsOpen: true, Value: AccommodationKind.Refuge } } f => f with { Kind = null },
        DutyToRefer { By: { IsOpen: true, Value: AbuseService } } f => f with { By = null },
        PanelActionAgreed { Who: { IsOpen: true, Value: AbuseService } } f => f with { Who = null },
        ServicesToldEachOther { Services: { IsOpen: true } services } f => f with { Services = Kept(services.Value, s => s != AbuseService) },
        CircumstancesRecorded { Told: { IsOpen: true } told } f => f with { Told = Protected.Of(told.Value with { CoercivePartner = null }) },
        ConsentGiven f => f with { To = Kept(f.To) },
        SharingDecided { To: { } to } f => f with { To = Kept(to) },
        _ => fact,
    };

    private static bool IsDisclosure(string pathway) => NeedsAssessed.Disclosures.Contains(pathway);

    private static Protected<SupportFor>? Kept(Protected<SupportFor>? support)
    {
        if (support is not { IsOpen: true }) return support;
        var service = support.Value.Service == AbuseService ? null : support.Value.Service;
        ValueList<string> pathways = [.. (support.Value.Pathways ?? []).Where(p => !IsDisclosure(p))];
        return service is null && pathways.Count == 0 ? null : Protected.Of(new SupportFor(service, pathways.Count == 0 ? null : pathways));
    }

    private static Protected<ValueList<T>>? Kept<T>(ValueList<T> items, Func<T, bool> stays)
    {
        ValueList<T> kept = [.. items.Where(stays)];
        return kept.Count == 0 ? null : Protected.Of(kept);
    }

    private static Protected<SharingTerms> Kept(Protected<SharingTerms> to) => !to.IsOpen ? to : Protected.Of(to.Value with
    {
        Scope = [.. to.Value.Scope.Where(s => s is not (SharingScope.Abuse or SharingScope.SexWork))],
    });
}
