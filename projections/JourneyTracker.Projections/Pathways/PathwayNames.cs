using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Projections.Pathways;

/// <summary>What people read for a pathway. The two that are disclosures have the product's own words (safeguards S14); the list's are unverified.</summary>
public static class PathwayNames
{
    public static string Of(string pathway) => pathway switch
    {
        "ABUSE" => "Domestic and sexual abuse",
        "SEX_WORK" => "Prostitution or sex work",
        _ => CodeList.Pathways.LabelOf(pathway),
    };
}
