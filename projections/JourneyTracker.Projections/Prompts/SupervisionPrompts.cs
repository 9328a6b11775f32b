using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Projections.Prompts;

/// <summary>What licences, orders and recalls need.</summary>
internal static class SupervisionPrompts
{
    public static IEnumerable<Prompt> Of(Known her) => [.. Endings(her), .. Considered(her)];

    private static IEnumerable<Prompt> Endings(Known her)
    {
        // Who is in custody or to go back there does not come to the end of a licence in freedom.
        if (her.Custody is not null || her.Spell?.Stage == Stage.RecalledNotReturned) yield break;
        foreach (var matter in her.Status.Matters.Where(m => m is { EndsByLaw: true, Until: { } until } && until > m.From))
        {
            if (her.Find(matter.OpenedBy) is not { } began) continue;
            if (matter.Kind is MatterKind.Licence or MatterKind.PostSentenceSupervision) yield return Prompt.Before("licence-ending", matter.Until!.Value.AddDays(-1), began);
            if (matter.Kind == MatterKind.Order) yield return Prompt.Before("order-ending", matter.Until!.Value.AddDays(-1), began);
        }
    }

    private static IEnumerable<Prompt> Considered(Known her)
    {
        if (her.Latest<RecallConsidered>() is { Fact: RecallConsidered { Decision: RecallDecision.NotDecided } } considered && !her.Facts.Any(f => f.Fact is Recalled && f.Day >= considered.Day))
            yield return Prompt.From("recall-considered", considered.Day, considered);
    }
}
