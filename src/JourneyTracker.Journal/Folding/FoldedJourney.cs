using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.DataQuality;
using JourneyTracker.Projections.Movements;
using JourneyTracker.Projections.Prompts;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Journal.Folding;

/// <summary>One journey as all folds see it: what is stored about it, whole.</summary>
internal sealed record FoldedJourney(
    Partnership Partnership,
    JourneyId Journey,
    IReadOnlyList<Spell> Spells,
    IReadOnlyList<(DateOnly From, string Area)> Areas,
    IReadOnlyList<Movement> Movements,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<RecordedFact> LooseCorrections)
{
    /// <summary>The journey as part of which this one is read; null while it stands for itself.</summary>
    public JourneyId? WentTo { get; private init; }

    /// <summary>Whether a merge has ever joined it to another.</summary>
    public bool HasKin { get; private init; }

    /// <summary>Days on which somebody may be needed.</summary>
    public IReadOnlyList<PromptSpan> PromptSpans { get; private init; } = [];

    public static FoldedJourney Of(JourneyFacts journey)
    {
        var effective = journey.Replayed();
        var status = JourneyStatus.Of(effective);
        return new FoldedJourney(
            journey.Partnership, journey.Journey, status.Spells, status.Areas, Movement.Of(status), DataQualityFindings.Of(effective, status), effective.LooseCorrections)
        {
            WentTo = journey.WentTo,
            HasKin = journey.HasKin,
            PromptSpans = HerPrompts.Spans(effective, status),
        };
    }
}
