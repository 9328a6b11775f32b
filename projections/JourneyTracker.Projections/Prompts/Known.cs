using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Projections.Prompts;

/// <summary>What the finders of prompts look at: her facts, all of which have happened, and what they make of her matters.</summary>
/// <param name="Journey">Her facts; at least one.</param>
/// <param name="Status">Her stages and matters.</param>
internal sealed record Known(EffectiveJourney Journey, JourneyStatus Status)
{
    public IReadOnlyList<EffectiveFact> Facts => Journey.Facts;

    /// <summary>The day of her last fact.</summary>
    public DateOnly LastDay => Journey.Facts[^1].Day;

    /// <summary>Her stage as the facts leave it.</summary>
    public Spell? Spell { get; } = Status.SpellOn(Journey.Facts[^1].Day);

    /// <summary>The stay in custody that is open; null when she is free.</summary>
    public Matter? Custody { get; } = Status.Matters.LastOrDefault(m => m.Kind == MatterKind.Custody && m.IsOpenOn(Journey.Facts[^1].Day));

    public EffectiveFact? Latest<T>(Func<T, bool>? which = null)
        where T : Fact => Facts.LastOrDefault(f => f.Fact is T fact && which?.Invoke(fact) != false);

    public EffectiveFact? Find(FactId id) => Facts.FirstOrDefault(f => f.Id == id);

    /// <summary>The latest record that names the day on which she is next before the court.</summary>
    public (DateOnly On, EffectiveFact By)? Hearing => Facts.LastOrDefault(f => NextHearing(f.Fact) is not null) is { } by ? (NextHearing(by.Fact)!.Value, by) : null;

    private static DateOnly? NextHearing(Fact fact) => fact switch
    {
        HearingHeld held => held.NextHearingOn,
        Bailed bailed => bailed.NextHearingOn,
        Remanded remanded => remanded.NextHearingOn,
        _ => null,
    };
}
