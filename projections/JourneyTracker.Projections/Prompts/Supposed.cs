using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Prompts;

/// <summary>
/// A journey in which each sealed value that a prompt turns on is taken as what would need somebody. So the days that are stored never miss a woman whom somebody with
/// the key would find, and tell nothing of what is sealed.
/// </summary>
internal static class Supposed
{
    private const string WomensCentre = "WOMENS_CENTRE";

    /// <summary>A reason of a recall behind which no absence can stand.</summary>
    private const string NoAbsence = "POOR_BEHAVIOUR_FURTHER_OFFENCE";

    private static readonly Circumstances CaresAndExpects = new(
        new ChildrenTold(YesNoAnswer.Yes, CaredForBy: [ChildrenCaredForBy.Her]), new PregnancyTold(YesNoAnswer.Yes));

    /// <summary>By a women's centre, so that consents may be asked again; on a disclosure, which never counts as help that she has already.</summary>
    private static readonly Protected<SupportFor> SeenOnADisclosure = Protected.Of(new SupportFor(WomensCentre, [.. NeedsAssessed.Disclosures]));

    public static EffectiveJourney Of(EffectiveJourney journey) => journey with { Facts = [.. journey.Facts.Select(f => Of(f.Fact) is var fact && ReferenceEquals(fact, f.Fact) ? f : f with { Fact = fact })] };

    private static Fact Of(Fact fact) => fact switch
    {
        ReleasePreparation f => f with { Prescription = Not(f.Prescription), Medication = Not(f.Medication), Treatment = Not(f.Treatment) },
        CircumstancesRecorded f when IsSealed(f.Told) => f with { Told = Protected.Of(CaresAndExpects) },
        UnitPlaceApplied f when IsSealed(f.Unit) => f with { Unit = Protected.Of(PrisonUnit.MotherAndBabyUnit) },
        RecallConsidered f when IsSealed(f.DependantsTonight) => f with { DependantsTonight = null },
        Recalled f when IsSealed(f.Reason) => f with { Reason = Protected.Of(NoAbsence) },
        // A referral is answered only by what names its matter; a contact could be with anybody.
        Referred f when IsSealed(f.For) => f with { For = Unlike("referred") },
        ReferralAccepted f when IsSealed(f.For) => f with { For = Unlike("accepted") },
        ReferralDeclined f when IsSealed(f.For) => f with { For = Unlike("declined") },
        SupportEnded f when IsSealed(f.For) => f with { For = Unlike("ended") },
        SessionMissed f when IsSealed(f.For) => f with { For = Unlike("missed") },
        FirstContact f when IsSealed(f.For) => f with { For = SeenOnADisclosure },
        SessionKept f when IsSealed(f.For) => f with { For = SeenOnADisclosure },
        _ => fact,
    };

    private static Protected<Readiness>? Not(Protected<Readiness>? readiness) => IsSealed(readiness) ? Protected.Of(Readiness.NotReady) : readiness;

    private static Protected<SupportFor> Unlike(string any) => Protected.Of(new SupportFor(any));

    private static bool IsSealed<T>(Protected<T>? value)
        where T : notnull => value is { IsOpen: false, IsErased: false, IsWithheld: false };
}
