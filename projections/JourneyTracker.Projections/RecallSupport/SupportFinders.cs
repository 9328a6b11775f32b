using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.RecallSupport;

/// <summary>How each factor of <c>support_factors.csv</c> is found.</summary>
internal static class SupportFinders
{
    private const int ShortSentenceMonths = 12;
    private static readonly HashSet<string> Custodial = new(StringComparer.Ordinal) { "IMMEDIATE_CUSTODY", "EDS", "SOPC", "LIFE_IPP" };

    /// <summary>Null when the factor is not there.</summary>
    public static FoundFactor? Find(SupportFactor factor, LicenceTime time) => factor.Code switch
    {
        "appointments-missed" => Of(factor, time.Since.Where(f => CountedAbsences.IsOne(f))),
        "warned" => Of(factor, time.Since.Where(f => f.Fact is Warned warned && CountedAbsences.Allow(warned, time.Since))),
        "conditions-not-explained" => Explained(factor, time),
        "nowhere-settled" => LatestHome(factor, time, AccommodationStatus.NotHoused),
        "treatment-gap" => Of(factor, time.SinceReception.Where(f => f.Fact is ReleasePreparation).TakeLast(1).Where(f => IsGap((ReleasePreparation)f.Fact))),
        "recalled-before" => Of(factor, time.Facts.Where(f => f.Day < time.From && f.Fact is Recalled && CountedAbsences.Allow(f, time.Facts))),
        "short-licence" => ShortSentence(factor, time),
        "appointments-kept" => Of(factor, time.Since.Where(f => f.Fact is AppointmentKept)),
        "seen-by-a-service" => Seen(factor, time),
        "settled-home" => LatestHome(factor, time, AccommodationStatus.Settled),
        "alternatives-in-place" => Of(factor, time.Since.Where(f => f.Fact is RecallConsidered).TakeLast(1).Where(f => IsHelped((RecallConsidered)f.Fact))),
        _ => throw new ArgumentException($"Nobody finds the factor '{factor.Code}'.", nameof(factor)),
    };

    private static FoundFactor? Of(SupportFactor factor, IEnumerable<EffectiveFact> facts)
    {
        var found = facts.ToList();
        return found.Count == 0 ? null : new FoundFactor(factor, found);
    }

    private static FoundFactor? Explained(SupportFactor factor, LicenceTime time)
    {
        var explained = time.SinceReception.Where(f => f.Fact is ConditionsExplained).ToList();
        return explained.Exists(f => f.Fact is ConditionsExplained { Understood: YesNoAnswer.Yes }) ? null : new FoundFactor(factor, explained);
    }

    /// <summary>The latest answer; that she was not asked, or kept it to herself, is none.</summary>
    private static FoundFactor? LatestHome(SupportFactor factor, LicenceTime time, AccommodationStatus status) => Of(
        factor, time.Facts.Where(f => f.Fact is AccommodationStatusRecorded { Status: AccommodationStatus.Settled or AccommodationStatus.Temporary or AccommodationStatus.NotHoused }).TakeLast(1).Where(f => ((AccommodationStatusRecorded)f.Fact).Status == status));

    /// <summary>Shorter than twelve months: twelve months are not (rule DAY-12).</summary>
    private static FoundFactor? ShortSentence(SupportFactor factor, LicenceTime time) => Of(
        factor,
        time.Facts.Where(f => f.Day <= time.From && f.Fact is Sentenced sentence && Custodial.Contains(sentence.Disposal)).TakeLast(1)
            .Where(f => f.Fact is Sentenced { Length: { } length } && length.LastDay(f.Day).AddDays(1) < f.Day.AddMonths(ShortSentenceMonths)));

    private static FoundFactor? Seen(SupportFactor factor, LicenceTime time)
    {
        var support = time.Since.Where(f => IsOpenSupport(f.Fact)).ToList();
        return support.Count == 0 || support[^1].Fact is SupportEnded ? null : new FoundFactor(factor, [.. support.Where(f => f.Fact is not SupportEnded).TakeLast(1)]);
    }

    /// <summary>Support on a disclosure, or of a service that tells of one, plays no part; what cannot be read might be one (safeguards S3).</summary>
    private static bool IsOpenSupport(Fact fact)
    {
        Protected<SupportFor>? what;
        switch (fact)
        {
            case FirstContact first: what = first.For; break;
            case SessionKept kept: what = kept.For; break;
            case SupportEnded ended: what = ended.For; break;
            default: return false;
        }

        return what is null || (what.IsOpen && !Disclosures.IsTold(what.Value));
    }

    private static bool IsGap(ReleasePreparation prepared) => IsNotReady(prepared.Medication) || IsNotReady(prepared.Treatment);

    private static bool IsNotReady(Protected<Readiness>? readiness) => readiness is { IsOpen: true, Value: Readiness.NotReady or Readiness.InHand };

    private static bool IsHelped(RecallConsidered considered) =>
        considered.Decision == RecallDecision.NoRecall && (considered.Alternatives ?? []).Any(a => a.Outcome is AlternativeOutcome.Helped or AlternativeOutcome.HelpedInPart);
}
