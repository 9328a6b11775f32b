using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Replaying;

/// <summary>A fact as it counts after corrections.</summary>
/// <param name="Fact">What is now held to have happened.</param>
/// <param name="First">The recorded fact that began it.</param>
/// <param name="Latest">The recorded fact that says so now: the latest correction, or <paramref name="First"/> itself.</param>
public sealed record EffectiveFact(Fact Fact, RecordedFact First, RecordedFact Latest)
{
    public FactId Id => First.Id;

    public DateOnly Day => Fact.HappenedOn.Day;

    public bool IsCorrected => !ReferenceEquals(First, Latest);
}

/// <summary>A journey as known at one position of the journal: corrections and withdrawals recorded by then are applied.</summary>
/// <param name="Facts">In the order in which they happened.</param>
/// <param name="LooseCorrections">Corrections and withdrawals that name no fact of this journey, or not its latest correction; they change nothing.</param>
public sealed record EffectiveJourney(IReadOnlyList<EffectiveFact> Facts, IReadOnlyList<RecordedFact> LooseCorrections)
{
    /// <summary>Facts that are on record and do not count.</summary>
    public IReadOnlyList<WithheldFact> Withheld { get; init; } = [];

    /// <summary>What had happened by a day, that day included.</summary>
    public EffectiveJourney UpTo(DateOnly day) => this with { Facts = [.. Facts.TakeWhile(f => f.Day <= day)] };

    /// <summary>The day of her first fact; null when she has none.</summary>
    public DateOnly? KnownFrom => Facts.Count == 0 ? null : Facts[0].Day;
}

/// <summary>A fact that is on record and does not count.</summary>
/// <param name="First">The recorded fact that began it.</param>
/// <param name="By">The recorded fact for which it does not count.</param>
public sealed record WithheldFact(RecordedFact First, RecordedFact By)
{
    public FactId Id => First.Id;
}
