using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a fact of the support family.</summary>
internal static class SupportChecks
{
    public static Refusal? Of(Fact fact) => fact switch
    {
        NeedsAssessed f => Needs(f),
        Contact f => Slug(f.Type, "type") ?? Text(f.Detail, "detail"),
        _ => null,
    };

    private static Refusal? Needs(NeedsAssessed f)
    {
        if (Text(f.Tool, "tool") is { } wrong) return wrong;
        foreach (var answer in f.Pathways ?? [])
        {
            if (NeedsAssessed.Sensitive.Contains(answer.Pathway))
                return new(Rule.Malformed, $"The pathway {answer.Pathway} is sensitive.", "Put it among sensitivePathways, where it is sealed.", "pathways");
            if (Known(CodeList.Pathways, answer.Pathway, "pathways") is { } unknown) return unknown;
        }

        foreach (var answer in f.SensitivePathways is { IsOpen: true } open ? open.Value : [])
        {
            if (!NeedsAssessed.Sensitive.Contains(answer.Pathway))
                return NotInList("sensitivePathways", answer.Pathway, "a sensitive pathway");
            if (NeedsAssessed.Disclosures.Contains(answer.Pathway) && answer.Answer is NeedAnswer.NoSupportNeeded or NeedAnswer.SupportNeeded or NeedAnswer.UrgentSupportNeeded)
            {
                return new(
                    Rule.Malformed, $"The pathway {answer.Pathway} is hers to disclose: the answer cannot be about need.",
                    "Use not-asked, asked-nothing-shared, shared or prefers-not-to-say.", "sensitivePathways");
            }
        }

        return null;
    }
}
