using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Recalls;

/// <summary>Recalls of which nobody recorded what was tried first, or that they were explained to her: findings about the record, never refusals.</summary>
public static class RecallFindings
{
    public static IEnumerable<Finding> Of(EffectiveJourney journey)
    {
        for (var i = 0; i < journey.Facts.Count; i++)
        {
            var recall = journey.Facts[i];
            if (recall.Fact is not Recalled) continue;
            var before = journey.Facts.Take(i).Reverse().TakeWhile(f => f.Fact is not Recalled);
            var onTheDay = journey.Facts.Skip(i + 1).TakeWhile(f => f.Day == recall.Day);
            if (!before.Concat(onTheDay).Any(f => f.Fact is RecallConsidered considered && HasAlternatives(considered)))
                yield return new Finding(FindingCode.RecalledWithoutAlternatives, recall.Day, recall.Id);
            if (!journey.Facts.Skip(i + 1).TakeWhile(f => f.Fact is not Recalled).Any(f => f.Fact is RecallExplained))
                yield return new Finding(FindingCode.RecallNotExplained, recall.Day, recall.Id);
        }
    }

    /// <summary>Sealed ones count without being read: whoever recorded them said that there were some.</summary>
    private static bool HasAlternatives(RecallConsidered considered) => considered.Alternatives is { Count: > 0 } || considered.SensitiveAlternatives is not null;
}
