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
    private const string Abuse = "ABUSE";

    /// <summary>The meeting about women at high risk of abuse shares a code with another one (list alternatives_to_recall).</summary>
    private const string AbuseMeeting = "MARAC_OR_IOM";

    /// <summary>It is refused as a need; facts recorded before that may have it (list needs).</summary>
    private const string AbuseAsNeed = "DOMESTIC_ABUSE";

    /// <summary>Whether a kind of support tells of a disclosure: by its pathways, or by the service alone.</summary>
    public static bool IsTold(SupportFor support) => support.Service == AbuseService || (support.Pathways ?? []).Any(NeedsAssessed.Disclosures.Contains);

    /// <summary>Without any of them.</summary>
    public static Fact Without(Fact fact) => Without(fact, NeedsAssessed.Disclosures);

    /// <param name="fact">With its protected values open.</param>
    /// <param name="hidden">The disclosures that are left out: codes of the list pathways.</param>
    public static Fact Without(Fact fact, IReadOnlySet<string> hidden) => fact switch
    {
        Corrected f => f with { With = Without(f.With, hidden) },
        NeedsAssessed { SensitivePathways: { IsOpen: true } answers } f => f with { SensitivePathways = Kept(answers.Value, a => !hidden.Contains(a.Pathway)) },
        Referred f => f with { For = Kept(f.For, hidden) },
        ReferralAccepted f => f with { For = Kept(f.For, hidden) },
        ReferralDeclined f => f with { For = Kept(f.For, hidden) },
        FirstContact f => f with { For = Kept(f.For, hidden) },
        SessionKept f => f with { For = Kept(f.For, hidden) },
        SessionMissed f => f with { For = Kept(f.For, hidden) },
        SupportEnded f => f with { For = Kept(f.For, hidden) },
        HerViewRecorded f => f with { About = Kept(f.About, hidden) },
        ConsentGiven f => f with { To = Kept(f.To, hidden) },
        SharingDecided { To: { } to } f => f with { To = Kept(to, hidden) },
        _ => hidden.Contains(Abuse) ? WithoutAbuse(fact) : fact,
    };

    private static Fact WithoutAbuse(Fact fact) => fact switch
    {
        AccommodationStatusRecorded { Kind: { IsOpen: true, Value: AccommodationKind.Refuge } } f => f with { Kind = null },
        DutyToRefer { By: { IsOpen: true, Value: AbuseService } } f => f with { By = null },
        PanelActionAgreed { Who: { IsOpen: true, Value: AbuseService } } f => f with { Who = null },
        ServicesToldEachOther { Services: { IsOpen: true } services } f => f with { Services = Kept(services.Value, s => s != AbuseService) },
        LiaisonAndDiversionScreened { Needs: { IsOpen: true } needs } f => f with { Needs = Kept(needs.Value, n => n != AbuseAsNeed) },
        RecallConsidered f => f with
        {
            SensitiveAlternatives = Kept(f.SensitiveAlternatives, a => a.Kind != AbuseMeeting),
            AlternativesWhy = Kept(f.AlternativesWhy, a => a.Kind != AbuseMeeting),
            Engagement = Kept(f.Engagement, e => e.Service != AbuseService),
        },
        CircumstancesRecorded { Told: { IsOpen: true } told } f => f with { Told = Protected.Of(told.Value with { CoercivePartner = null }) },
        _ => fact,
    };

    private static Protected<SupportFor>? Kept(Protected<SupportFor>? support, IReadOnlySet<string> hidden)
    {
        if (support is not { IsOpen: true }) return support;
        var service = support.Value.Service == AbuseService && hidden.Contains(Abuse) ? null : support.Value.Service;
        ValueList<string> pathways = [.. (support.Value.Pathways ?? []).Where(p => !hidden.Contains(p))];
        return service is null && pathways.Count == 0 ? null : Protected.Of(new SupportFor(service, pathways.Count == 0 ? null : pathways));
    }

    private static Protected<ValueList<T>>? Kept<T>(ValueList<T> items, Func<T, bool> stays)
    {
        ValueList<T> kept = [.. items.Where(stays)];
        return kept.Count == 0 ? null : Protected.Of(kept);
    }

    private static Protected<ValueList<T>>? Kept<T>(Protected<ValueList<T>>? items, Func<T, bool> stays) => items is { IsOpen: true } ? Kept(items.Value, stays) : items;

    /// <summary>Where nothing else is left to share, with whom and for what would tell it.</summary>
    private static Protected<SharingTerms> Kept(Protected<SharingTerms> to, IReadOnlySet<string> hidden)
    {
        if (!to.IsOpen) return to;
        ValueList<SharingScope> scope = [.. to.Value.Scope.Where(s => !hidden.Any(d => Consents.ScopeOf(d) == s))];
        if (scope.Count == to.Value.Scope.Count) return to;
        return Protected.Of(new SharingTerms(scope, scope.Count == 0 ? [] : to.Value.Recipients));
    }
}
