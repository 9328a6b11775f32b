using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Projections.DataQuality;

/// <summary>What in her records does not fit together, for somebody to ask the agency about. Never a finding about her.</summary>
public static class DataQualityFindings
{
    /// <summary>The name under which this fold is stored; a change of its rules changes the number.</summary>
    public const string Name = "data-quality.3";

    public static IReadOnlyList<Finding> Of(EffectiveJourney journey, JourneyStatus status) =>
        [.. status.Findings.Concat(ReportedTwice(journey)).Concat(RecallFindings.Of(journey)).Concat(SafeContactFinding.Of(journey)).OrderBy(f => f.Day).ThenBy(f => f.Fact.Value).ThenBy(f => f.Code)];

    /// <summary>The same fact on the same day, with the same content: both reports stay, and count once in what is derived only if a person withdraws one.</summary>
    private static IEnumerable<Finding> ReportedTwice(EffectiveJourney journey)
    {
        for (var i = 1; i < journey.Facts.Count; i++)
        {
            var fact = journey.Facts[i];
            if (fact.Fact is Contact) continue;
            for (var j = i - 1; j >= 0 && journey.Facts[j].Day == fact.Day; j--)
            {
                if (!journey.Facts[j].Fact.Equals(fact.Fact)) continue;
                yield return new Finding(FindingCode.ReportedTwice, fact.Day, fact.Id);
                break;
            }
        }
    }
}
