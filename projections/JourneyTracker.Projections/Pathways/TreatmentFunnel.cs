using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Pathways;

/// <summary>
/// How far treatment that a court required came (metrics X05 and B06, own formulation, unverified). It rests on a sealed value: when that is not open to the
/// reader there is no funnel. No fact says whether a report proposed treatment: that step is not told.
/// </summary>
/// <param name="Sentence">The fact of the sentence.</param>
/// <param name="ImposedOn">The day of the sentence.</param>
/// <param name="Requirement">Code of the list requirement_types.</param>
/// <param name="ReportedOn">The day of the last report to the court before it; null when none is on record.</param>
/// <param name="ReferredOn">The first referral to treatment from that day on.</param>
/// <param name="StartedOn">The first contact or session with treatment from that day on.</param>
/// <param name="Completed">Whether treatment was completed; unknown while it has not ended on record.</param>
/// <param name="EndedOn">The day it ended.</param>
public sealed record TreatmentFunnel(
    FactId Sentence, DateOnly ImposedOn, string Requirement, DateOnly? ReportedOn, DateOnly? ReferredOn, DateOnly? StartedOn, OutcomeAnswer Completed, DateOnly? EndedOn)
{
    internal static IReadOnlyList<TreatmentFunnel> Of(EffectiveJourney journey, IReadOnlyList<SupportEpisode> episodes) =>
    [
        .. from fact in journey.Facts
           let sentence = fact.Fact as Sentenced
           where sentence?.TreatmentRequirements is { IsOpen: true }
           from requirement in sentence.TreatmentRequirements!.Value
           select One(fact, requirement.Kind, journey, episodes),
    ];

    private static TreatmentFunnel One(EffectiveFact sentence, string requirement, EffectiveJourney journey, IReadOnlyList<SupportEpisode> episodes)
    {
        var treatment = episodes.Where(e => IsFor(e, requirement) && (e.EndedOn is null || e.EndedOn > sentence.Day)).ToList();
        var from = journey.Facts.LastOrDefault(f => f.Fact is Sentenced && f.Day < sentence.Day)?.Day ?? DateOnly.MinValue;
        var report = journey.Facts.LastOrDefault(f => f.Fact is PreSentenceReport && f.Day > from && f.Day <= sentence.Day);
        var ended = treatment.Where(e => e.EndedOn is not null).OrderBy(e => e.EndedOn).LastOrDefault();
        var completed = treatment.Any(e => e.EndReason == SupportEndReason.Completed) ? OutcomeAnswer.Yes
            : ended is null || treatment.Any(e => e.EndedOn is null) || ended.EndReason is SupportEndReason.NotRecorded or SupportEndReason.MovedToAnotherService
                ? OutcomeAnswer.Unknown
                : OutcomeAnswer.No;
        return new TreatmentFunnel(
            sentence.Id, sentence.Day, requirement, report?.Day,
            Earliest(treatment.Where(e => e.WasReferred).Select(e => (DateOnly?)e.From), sentence.Day),
            Earliest(treatment.Select(e => e.FirstContactOn), sentence.Day), completed, ended?.EndedOn);
    }

    /// <summary>Treatment that had begun before the sentence counts from the day of the sentence.</summary>
    private static DateOnly? Earliest(IEnumerable<DateOnly?> days, DateOnly sentence) => days.Min() is { } first ? (first < sentence ? sentence : first) : null;

    private static bool IsFor(SupportEpisode episode, string requirement)
    {
        var mind = Has("HEALTH") || episode.For?.Service == "MENTAL_HEALTH";
        var substance = Has("SUBSTANCE") || episode.For?.Service == "SUBSTANCE_MISUSE";
        return requirement switch
        {
            "MHTR" => mind,
            "CSTR" => mind || substance,
            _ => substance,
        };

        bool Has(string pathway) => episode.For?.Pathways?.Contains(pathway) == true;
    }
}
