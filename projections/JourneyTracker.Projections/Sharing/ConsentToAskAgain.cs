using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Projections.Sharing;

/// <summary>A consent to ask her again (safeguards S8). It is a task of the service, never a finding about her; a consent that she took back is not asked again.</summary>
/// <param name="Consent">The consent that stands.</param>
/// <param name="Since">The first day on which it was to be asked again.</param>
/// <param name="Why">Why.</param>
public sealed record ConsentToAskAgain(FactId Consent, DateOnly Since, AskAgainReason Why)
{
    private const string WomensCentre = "WOMENS_CENTRE";

    /// <summary>What is to be asked again on a day, in the order in which it was given; nothing once she died or moved away.</summary>
    /// <param name="journey">With the protected values open that may be read: what is sealed or erased answers nothing and tells of no women's centre.</param>
    /// <param name="day">The day; what is recorded of that day counts.</param>
    public static IReadOnlyList<ConsentToAskAgain> Of(EffectiveJourney journey, DateOnly day)
    {
        var known = journey.UpTo(day);
        if (known.Facts.Any(f => f.Fact is Died or MovedPartnership { Direction: MoveDirection.To })) return [];
        var centre = DaysAtTheCentre(known);
        return [.. Standing(known).Select(given => Ask(given, centre, day)).OfType<ConsentToAskAgain>()];
    }

    private static ConsentToAskAgain? Ask(EffectiveFact given, IReadOnlyList<DateOnly> centre, DateOnly day)
    {
        var consent = (ConsentGiven)given.Fact;
        DateOnly? passed = consent.ReviewOn < day ? consent.ReviewOn.Value.AddDays(1) : null;
        DateOnly? free = consent.MayBeUnfree() && centre.Any(d => d > given.Day) ? centre.First(d => d > given.Day) : null;
        return (passed, free) switch
        {
            (null, null) => null,
            (_, { } came) when passed is null || came <= passed => new(given.Id, came, AskAgainReason.MayHaveBeenUnfree),
            _ => new(given.Id, passed!.Value, AskAgainReason.ReviewDayPassed),
        };
    }

    /// <summary>Consents that she has not taken back, and that no later one covers.</summary>
    private static List<EffectiveFact> Standing(EffectiveJourney journey)
    {
        var standing = new List<EffectiveFact>();
        foreach (var fact in journey.Facts)
        {
            if (fact.Fact is ConsentWithdrawn taken) standing.RemoveAll(g => taken.Consent is null || taken.Consent == g.Id || taken.Consent == g.Latest.Id);
            if (fact.Fact is not ConsentGiven given) continue;
            standing.RemoveAll(g => Covers(given, (ConsentGiven)g.Fact));
            standing.Add(fact);
        }

        return standing;
    }

    private static bool Covers(ConsentGiven later, ConsentGiven before) => later.To is { IsOpen: true } all && before.To is { IsOpen: true } part
        && !part.Value.Scope.Except(all.Value.Scope).Any() && !part.Value.Recipients.Except(all.Value.Recipients).Any();

    /// <summary>The days on which a women's centre saw her while she was free to come and go, in order.</summary>
    private static List<DateOnly> DaysAtTheCentre(EffectiveJourney journey)
    {
        var status = JourneyStatus.Of(journey);
        return [.. journey.Facts.Where(f => ServiceOf(f.Fact) == WomensCentre && status.On(f.Day) is not (Stage.InCustodyOnRecall or Stage.InCustody or Stage.Remanded)).Select(f => f.Day)];
    }

    private static string? ServiceOf(Fact fact)
    {
        var what = fact switch
        {
            FirstContact first => first.For,
            SessionKept kept => kept.For,
            _ => null,
        };
        return what is { IsOpen: true } ? what.Value.Service : null;
    }
}

/// <summary>Why a consent is to be asked again.</summary>
public enum AskAgainReason
{
    /// <summary>The day on which she was to be asked again is over.</summary>
    ReviewDayPassed,

    /// <summary>It was given in custody, at a police station or under a condition, or nobody recorded where or under which; a women's centre has seen her since.</summary>
    MayHaveBeenUnfree,
}
