using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Pathways;

namespace JourneyTracker.Projections.Prompts;

/// <summary>What the days set by police and courts need.</summary>
internal static class CourtPrompts
{
    public static IEnumerable<Prompt> Of(Known her) => [.. Cautions(her), .. BailReport(her)];

    private static IEnumerable<Prompt> Cautions(Known her) =>
        from caution in CautionCompliance.Of(her.Journey, DateOnly.MaxValue)
        where caution is { EndsOn: not null, Prosecuted: false } && caution.Met < caution.Conditions
        where her.Status.Matters.Any(m => m.OpenedBy == caution.Caution && m.ClosedBy is null)
        select Prompt.Before("caution-deadline", caution.EndsOn!.Value, her.Find(caution.Caution)!);

    private static IEnumerable<Prompt> BailReport(Known her)
    {
        if (her.Spell?.Stage is not (Stage.Remanded or Stage.BeforeTheCourt) || her.Hearing is not { } hearing || hearing.On <= hearing.By.Day) yield break;
        if (!her.Facts.Any(f => f.Fact is BailInformationReport && f.Day >= hearing.By.Day)) yield return Prompt.Before("hearing-bail-report", hearing.On, hearing.By);
    }
}
