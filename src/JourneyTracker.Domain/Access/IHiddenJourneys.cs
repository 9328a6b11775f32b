using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Access;

/// <summary>Knows which journeys a caller may not know of (safeguards S5), for whoever shows or counts many at once.</summary>
public interface IHiddenJourneys
{
    /// <summary>The journeys of the caller's partnership that are "not found" for the caller, as of now.</summary>
    Task<IReadOnlySet<JourneyId>> HiddenFromAsync(Caller caller, CancellationToken ct);

    /// <summary>The same without asking: as it was when somebody last asked about the partnership.</summary>
    IReadOnlySet<JourneyId> LastHiddenFrom(Caller caller);

    /// <summary>Asks anew, so that what is said last holds as of now.</summary>
    Task RefreshAsync(Partnership partnership, CancellationToken ct);
}
