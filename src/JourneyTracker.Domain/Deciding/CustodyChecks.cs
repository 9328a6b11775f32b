using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a fact of the custody family.</summary>
internal static class CustodyChecks
{
    public static Refusal? Of(Fact fact) => fact switch
    {
        Received f => Known(CodeList.WomensPrisons, f.Prison, "prison"),
        Transferred f => Known(CodeList.WomensPrisons, f.Prison, "prison"),
        Released f => NotBefore(f, f.LicenceEndsOn, "licenceEndsOn"),
        UnitPlaceDecided f => Text(f.Why, "why"),
        CustodySafetyIncident f => Known(CodeList.WomensPrisons, f.Prison, "prison") ?? Text(f.Note, "note"),
        ReleasePreparation f => NotBefore(f, f.ReleaseOn, "releaseOn"),
        TemporaryRelease f => NotBefore(f, f.BackOn, "backOn"),
        TimeAdjusted { Days: < 1 or > 36_600 } => new(Rule.Malformed, "Days are at least one, and no more than a hundred years.", "Check the number.", "days"),
        _ => null,
    };
}
