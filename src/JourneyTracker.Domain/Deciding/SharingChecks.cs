using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with facts of the sharing family.</summary>
internal static class SharingChecks
{
    private const int LongestName = 200;

    public static Refusal? Of(Fact fact) => fact switch
    {
        ConsentGiven f => Terms(f.To) ?? NotBefore(f, f.ReviewOn, "reviewOn"),
        ConsentWithdrawn f => Text(f.Words, "words"),
        SharingDecided f => Terms(f.To) ?? Text(f.Why, "why") ?? NotBefore(f, f.ReviewOn, "reviewOn") ?? Reasoned(f),
        _ => null,
    };

    private static Refusal? Terms(Protected<SharingTerms>? to)
    {
        if (to is not { IsOpen: true }) return null;
        if (to.Value.Scope.Count == 0)
            return new(Rule.Malformed, "Nothing is said to be shared.", "Name each part that is shared.", "to.scope");
        if (to.Value.Recipients.Count == 0)
            return new(Rule.Malformed, "Nobody is named.", "Name each agency it is shared with.", "to.recipients");
        if (to.Value.Recipients.Any(r => string.IsNullOrWhiteSpace(r.Agency) || r.Agency.Length > LongestName || r.Person?.Length > LongestName))
            return new(Rule.Malformed, "A recipient has no name, or a very long one.", $"Name the agency in at most {LongestName} characters.", "to.recipients");
        return PlainText(to.Value.Purpose, "to.purpose");
    }

    private static Refusal? Reasoned(SharingDecided f)
    {
        if (f is not { Decision: SharingDecision.Shared, Ground: SharingGround.Safeguarding or SharingGround.Other }) return null;
        if (f.Why is null || f.Why is { IsOpen: true } why && string.IsNullOrWhiteSpace(why.Value))
            return new(Rule.Malformed, "It is shared without her consent, and no reason is given.", "Say why.", "why");
        return f.To is null ? new(Rule.Malformed, "It is shared without her consent, and nobody is named.", "Say what is shared, and with whom.", "to") : null;
    }
}
