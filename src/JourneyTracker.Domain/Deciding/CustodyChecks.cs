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
        _ => null,
    };
}
