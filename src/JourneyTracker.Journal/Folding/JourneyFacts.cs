using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Folding;

/// <summary>What can be followed of one journey: all folds and all doors read it by this rule.</summary>
/// <param name="Partnership">Whose journey it is.</param>
/// <param name="Journey">The journey.</param>
/// <param name="Facts">In version order; when the journey is frozen, only those before the fact that cannot be read.</param>
/// <param name="Frozen">The first fact that cannot be read; null when all can.</param>
internal sealed record JourneyFacts(Partnership Partnership, JourneyId Journey, IReadOnlyList<RecordedFact> Facts, Unreadable? Frozen)
{
    /// <param name="hers">All facts of one journey in version order, at least one.</param>
    public static JourneyFacts Of(IReadOnlyList<RecordedFact> hers)
    {
        var frozen = hers.FirstOrDefault(f => f.Unreadable is not null);
        return new JourneyFacts(
            hers[0].Partnership, hers[0].Journey, frozen is null ? hers : [.. hers.TakeWhile(f => f.Unreadable is null)],
            frozen is null ? null : new Unreadable(frozen.Position, frozen.Id, frozen.Unreadable!));
    }
}

/// <summary>A fact that this version of the program cannot read.</summary>
/// <param name="Position">Where it stands in the journal.</param>
/// <param name="Fact">The fact.</param>
/// <param name="What">What went wrong, in words.</param>
internal sealed record Unreadable(long Position, FactId Fact, string What);
