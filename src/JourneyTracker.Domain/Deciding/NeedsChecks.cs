using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with an assessment of needs: sensitive answers outside the seal, and disclosures turned into needs.</summary>
internal static class NeedsChecks
{
    private const string AskedAsDisclosure = "DOMESTIC_ABUSE";
    private const int HighestScore = 1_000;

    public static Refusal? Of(NeedsAssessed f) =>
        Text(f.Tool, "tool") ?? Text(f.Version, "version") ?? First(f.Pathways, Open)
        ?? First(f.SensitivePathways is { IsOpen: true } hidden ? hidden.Value : null, Sealed)
        ?? First(f.Needs is { IsOpen: true } needs ? needs.Value : null, n => Need(n.Need));

    private static Refusal? First<T>(ValueList<T>? answers, Func<T, Refusal?> check) => answers?.Select(check).FirstOrDefault(r => r is not null);

    private static Refusal? Open(PathwayAnswer answer)
    {
        if (NeedsAssessed.Sensitive.Contains(answer.Pathway))
            return new(Rule.Malformed, $"The pathway {answer.Pathway} is sensitive.", "Put it among sensitivePathways, where it is sealed.", "pathways");
        return Known(CodeList.Pathways, answer.Pathway, "pathways") ?? Ordinary(answer, "pathways") ?? Score(answer, "pathways");
    }

    private static Refusal? Sealed(PathwayAnswer answer)
    {
        if (!NeedsAssessed.Sensitive.Contains(answer.Pathway)) return NotInList("sensitivePathways", answer.Pathway, "a sensitive pathway");
        if (!NeedsAssessed.Disclosures.Contains(answer.Pathway)) return Ordinary(answer, "sensitivePathways") ?? Score(answer, "sensitivePathways");
        if (answer.Answer is NeedAnswer.NoSupportNeeded or NeedAnswer.SupportNeeded or NeedAnswer.UrgentSupportNeeded)
        {
            return new(
                Rule.Malformed, $"The pathway {answer.Pathway} is hers to disclose: the answer cannot be about need.",
                "Use not-asked, asked-nothing-shared, shared or prefers-not-to-say.", "sensitivePathways");
        }

        return answer.Score is null ? null : new(
            Rule.Malformed, $"The pathway {answer.Pathway} is hers to disclose: it is not scored.", "Leave the score out.", "sensitivePathways");
    }

    private static Refusal? Ordinary(PathwayAnswer answer, string field) => answer.Answer is not (NeedAnswer.AskedNothingShared or NeedAnswer.Shared) ? null : new(
        Rule.Malformed, $"The pathway {answer.Pathway} is no disclosure.", "Use not-asked, no-support-needed, support-needed, urgent-support-needed or prefers-not-to-say.", field);

    private static Refusal? Score(PathwayAnswer answer, string field) => answer.Score is null or (>= 0 and <= HighestScore) ? null : new(
        Rule.Malformed, "That score cannot be.", $"A score is from 0 to {HighestScore}.", field);

    /// <summary>A code of the list needs that may be ticked for her.</summary>
    public static Refusal? Need(string need) => need == AskedAsDisclosure
        ? new(Rule.Malformed, "Domestic abuse is hers to disclose, not a need to tick.", "Put it among the sensitivePathways of an assessment of needs, as ABUSE.", "needs")
        : Known(CodeList.Needs, need, "needs");
}
