using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// Leaves out what is hers to disclose (safeguards S3): answers on domestic and sexual abuse and on prostitution or sex work are shown to nobody until she
/// has named who may know. Kept at the door, so that no page can forget it.
/// </summary>
internal static class Disclosures
{
    public static Fact Without(Fact fact) => fact switch
    {
        NeedsAssessed { SensitivePathways: { IsOpen: true } sealedOnes } needs => needs with { SensitivePathways = Kept(sealedOnes.Value) },
        Corrected corrected => corrected with { With = Without(corrected.With) },
        _ => fact,
    };

    private static Protected<ValueList<PathwayAnswer>>? Kept(ValueList<PathwayAnswer> answers)
    {
        ValueList<PathwayAnswer> kept = [.. answers.Where(a => !NeedsAssessed.Disclosures.Contains(a.Pathway))];
        return kept.Count == 0 ? null : Protected.Of(kept);
    }
}
