using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Projections.RecallSupport;

namespace JourneyTracker.Journal.Doors;

/// <summary>What somebody who may consider a recall, or is asked to countersign one, reads of it.</summary>
/// <param name="Journey">The journey, as it is now.</param>
/// <param name="Support">What support would help her; null when the caller does not work with her, or she is not on licence (safeguards S1).</param>
/// <param name="Proposal">What is considered and decided; null when nothing is.</param>
/// <param name="Sentence">The sentence on which the law turns: the last one of custody; null when none is on record.</param>
/// <param name="Asked">When services were asked what has gone well; null when they were not.</param>
/// <param name="Told">What they answered since, as far as she shares it with the caller.</param>
/// <param name="MayPropose">Whether the caller may consider and record it.</param>
/// <param name="MaySign">Whether the caller is asked to countersign, and has not.</param>
public sealed record RecallReading(
    JourneyReading Journey, SupportAnswer? Support, RecallProposal? Proposal, Sentenced? Sentence, GoneWellAsked? Asked, IReadOnlyList<TimelineEntry> Told, bool MayPropose, bool MaySign)
{
    /// <summary>Whether it was decided and countersigned that she is recalled, and the recall is not on record yet.</summary>
    public bool MayRecordRecall => MayPropose && Proposal is { IsSigned: true, Recalled: null, Says.Decision: RecallDecision.Recall };

    /// <summary>Whether the recall still has to be explained to her.</summary>
    public bool IsToBeExplained => Proposal is { Recalled: not null, Explained: null };

    /// <summary>The licence that is open, or was until she was recalled; null when none is on record.</summary>
    public Domain.Matters.Matter? Licence => Journey.Status.Matters.LastOrDefault(m => m.Kind == Domain.Matters.MatterKind.Licence);

    /// <summary>Which recall the law of a day requires by what was answered, if she is to be recalled at all; null when the sentence is not on record, or no rule covers the day.</summary>
    public RequiredRecall? RequiredOn(DateOnly day, IReadOnlyDictionary<string, bool> answers) =>
        Sentence is { Length: { } length } sentence ? RequiredRecall.On(new RecallCase(sentence.HappenedOn.Day, length, sentence.Section250 == true, answers), day) : null;
}
