using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Pathways;

/// <summary>Whether the conditions of one conditional caution were met by their last day (metric X02, own formulation, unverified).</summary>
/// <param name="Caution">The fact of the caution.</param>
/// <param name="From">The day of the caution.</param>
/// <param name="EndsOn">The last day for meeting the conditions, that day counts; null when none is on record.</param>
/// <param name="Conditions">How many conditions it has.</param>
/// <param name="Met">How many are on record as met by then; never more than it has.</param>
/// <param name="Complied">Yes, no, or unknown: always unknown until the last day is over.</param>
/// <param name="WhyUnknown">Why it is not known; null when it is.</param>
/// <param name="Prosecuted">Whether a prosecution on the same matter was started after it.</param>
public sealed record CautionCompliance(
    FactId Caution, DateOnly From, DateOnly? EndsOn, int Conditions, int Met, OutcomeAnswer Complied, CautionUnknown? WhyUnknown, bool Prosecuted)
{
    internal static IReadOnlyList<CautionCompliance> Of(EffectiveJourney journey, DateOnly day)
    {
        var cautions = journey.Facts.Where(f => f.Fact is ConditionallyCautioned).ToList();
        return [.. cautions.Select(c => One(c, [.. journey.Facts.Where(f => IsAbout(f, c, cautions))], day))];
    }

    /// <summary>A fact is about the caution of its matter; one without a matter is about the latest caution before it.</summary>
    private static bool IsAbout(EffectiveFact fact, EffectiveFact caution, IReadOnlyList<EffectiveFact> cautions)
    {
        if (fact.Fact is not (ConditionMet or ConditionNotCompliedWith or ProsecutionStarted) || fact.Day < caution.Day) return false;
        var named = fact.Fact.Matter is null ? null : cautions.LastOrDefault(c => c.Fact.Matter == fact.Fact.Matter);
        if (named is not null || fact.Fact is ProsecutionStarted) return named == caution;
        return cautions.Last(c => c.Day <= fact.Day) == caution;
    }

    private static CautionCompliance One(EffectiveFact caution, IReadOnlyList<EffectiveFact> about, DateOnly day)
    {
        var conditions = ((ConditionallyCautioned)caution.Fact).Conditions;
        var endsOn = ((ConditionallyCautioned)caution.Fact).ConditionsEndOn ?? conditions.Max(c => c.DueOn);
        var inTime = about.Where(f => endsOn is null || f.Day <= endsOn).ToList();
        var allMet = inTime.Any(f => f.Fact is ConditionMet { AllMet: true });
        var met = allMet ? conditions.Count : conditions.GroupBy(c => c.Kind).Sum(k => Math.Min(k.Count(), inTime.Count(f => f.Fact is ConditionMet one && one.Condition == k.Key)));
        var (complied, why) = (endsOn, conditions.Count > 0 && met == conditions.Count) switch
        {
            (null, _) => (OutcomeAnswer.Unknown, CautionUnknown.NoLastDay),
            ({ } last, _) when day <= last => (OutcomeAnswer.Unknown, CautionUnknown.ClockNotRun),
            (_, true) => (OutcomeAnswer.Yes, (CautionUnknown?)null),
            _ => NotMet(about),
        };
        return new CautionCompliance(caution.Id, caution.Day, endsOn, conditions.Count, met, complied, why, about.Any(f => f.Fact is ProsecutionStarted));
    }

    private static (OutcomeAnswer Complied, CautionUnknown? Why) NotMet(IReadOnlyList<EffectiveFact> about) =>
        about.LastOrDefault(f => f.Fact is ConditionNotCompliedWith)?.Fact switch
        {
            ConditionNotCompliedWith { Answer: NonComplianceAnswer.MoreTimeGiven or NonComplianceAnswer.Varied } => (OutcomeAnswer.Unknown, CautionUnknown.Varied),
            ConditionNotCompliedWith { Answer: not NonComplianceAnswer.ReasonAccepted } => (OutcomeAnswer.No, null),
            _ => (OutcomeAnswer.Unknown, CautionUnknown.NotRecorded),
        };
}

/// <summary>Why it is not known whether conditions were met.</summary>
public enum CautionUnknown
{
    ClockNotRun,

    /// <summary>No last day is on record.</summary>
    NoLastDay,

    /// <summary>More time was given, or the conditions were changed, and the new last day is not on record.</summary>
    Varied,
    NotRecorded,
}
