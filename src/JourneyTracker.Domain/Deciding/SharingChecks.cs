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
        AccessLimited f => Named(Opened(f.To), "to") ?? Text(f.Why, "why") ?? NotBefore(f, f.ReviewOn, "reviewOn"),
        AccessLimitLifted f => Text(f.Why, "why"),
        PersonBarred f => UserName(Opened(f.Who)?.Person, "who.person") ?? Text(f.Note, "note"),
        BarLifted f => Text(f.Why, "why"),
        AccessOverridden => new(Rule.NotPermitted, "Records are opened in an emergency through a door of its own.", "Use the form on her page."),
        _ => null,
    };

    private static Refusal? Terms(Protected<SharingTerms>? to)
    {
        if (to is not { IsOpen: true }) return null;
        if (to.Value.Scope.Count == 0)
            return new(Rule.Malformed, "Nothing is said to be shared.", "Name each part that is shared.", "to.scope");
        return Named(to.Value.Recipients, "to.recipients") ?? PlainText(to.Value.Purpose, "to.purpose");
    }

    private static Refusal? Named(ValueList<Recipient>? recipients, string field)
    {
        if (recipients is null) return null;
        if (recipients.Count == 0)
            return new(Rule.Malformed, "Nobody is named.", "Name each agency, or each person of it, that is meant.", field);
        return recipients.All(r => !string.IsNullOrWhiteSpace(r.Agency) && r.Agency.Length <= LongestName && !(r.Person?.Length > LongestName)) ? null : new(
            Rule.Malformed, "A recipient has no name, or a very long one.", $"Name the agency in at most {LongestName} characters.", field);
    }

    private static Refusal? Reasoned(SharingDecided f)
    {
        if (f is not { Decision: SharingDecision.Shared, Ground: SharingGround.Safeguarding or SharingGround.Other }) return null;
        if (f.Why is null || f.Why is { IsOpen: true } why && string.IsNullOrWhiteSpace(why.Value))
            return new(Rule.Malformed, "It is shared without her consent, and no reason is given.", "Say why.", "why");
        return f.To is null ? new(Rule.Malformed, "It is shared without her consent, and nobody is named.", "Say what is shared, and with whom.", "to") : null;
    }
}
