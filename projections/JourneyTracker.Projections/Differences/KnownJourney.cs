using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Projections.Differences;

/// <summary>A journey as known at one position of the journal, looked at on one day.</summary>
/// <param name="Position">What was recorded up to here counts.</param>
/// <param name="AsAt">What had happened by this day counts, the day included.</param>
/// <param name="Known">Everything that counted then, later days included.</param>
public sealed record KnownJourney(long Position, DateOnly AsAt, EffectiveJourney Known)
{
    public EffectiveJourney Happened { get; } = Known.UpTo(AsAt);

    public JourneyStatus Status => status ??= JourneyStatus.Of(Happened);

    private JourneyStatus? status;
}
