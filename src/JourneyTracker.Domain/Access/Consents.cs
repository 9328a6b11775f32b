using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Access;

/// <summary>What she agreed to share, and with whom, as it stands on a day. Silence is no consent.</summary>
public static class Consents
{
    /// <summary>
    /// Whether a part of her record is shared with the caller on a day: she named the caller's agency (and, if she named a person there, this one), freely, it was
    /// not to be asked again before that day, and she has not taken it back; or somebody overrode her choice, with a reason, to keep a person safe.
    /// </summary>
    /// <param name="journey">With the protected values open that the answer may rest on: what is sealed or erased names nobody.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="scope">Which part.</param>
    /// <param name="day">The day; a withdrawal counts from its own day on.</param>
    public static bool Shares(EffectiveJourney journey, Caller caller, SharingScope scope, DateOnly day)
    {
        var overridden = false;
        var given = new List<EffectiveFact>();
        foreach (var fact in journey.Facts)
        {
            if (fact.Day > day) break;
            switch (fact.Fact)
            {
                case ConsentGiven consent when Names(consent.To, caller, scope) && IsCurrent(consent.ReviewOn, day) && (scope == SharingScope.Attendance || !consent.MayBeUnfree()):
                    given.Add(fact);
                    break;
                case ConsentWithdrawn withdrawal:
                    given.RemoveAll(g => withdrawal.Consent is null || withdrawal.Consent == g.Id || withdrawal.Consent == g.Latest.Id);
                    break;
                case SharingDecided { Ground: SharingGround.Safeguarding } decided when Names(decided.To, caller, scope):
                    overridden = decided.Decision == SharingDecision.Shared && IsCurrent(decided.ReviewOn, day);
                    break;
            }
        }

        return overridden || given.Count > 0;
    }

    /// <summary>The disclosures that she does not share with the caller on a day: codes of the list pathways (safeguards S3).</summary>
    public static IReadOnlySet<string> HiddenFrom(Caller caller, EffectiveJourney journey, DateOnly day) =>
        NeedsAssessed.Disclosures.Where(d => !Shares(journey, caller, ScopeOf(d), day)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The part of her record that a disclosure is shared as (safeguards S3).</summary>
    public static SharingScope ScopeOf(string disclosure) => disclosure switch
    {
        "ABUSE" => SharingScope.Abuse,
        "SEX_WORK" => SharingScope.SexWork,
        _ => throw new ArgumentOutOfRangeException(nameof(disclosure), disclosure, "It is no disclosure."),
    };

    private static bool IsCurrent(DateOnly? reviewOn, DateOnly day) => reviewOn is null || day <= reviewOn;

    /// <summary>Whether she was there is part of how her support goes.</summary>
    private static bool Names(Protected<SharingTerms>? to, Caller caller, SharingScope scope) => to is { IsOpen: true }
        && (to.Value.Scope.Contains(scope) || (scope == SharingScope.Attendance && to.Value.Scope.Contains(SharingScope.Engagement)))
        && to.Value.Recipients.Any(r => r.Agency == caller.Agency && (r.Person is null || r.Person == caller.Person));
}
