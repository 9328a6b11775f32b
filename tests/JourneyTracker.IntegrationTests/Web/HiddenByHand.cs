using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Journeys that a test hides from everybody.</summary>
internal sealed class HiddenByHand : IHiddenJourneys
{
    private volatile HashSet<JourneyId> hidden = [];

    public void Hide(JourneyId journey) => hidden = [.. hidden, journey];

    public Task<IReadOnlySet<JourneyId>> HiddenFromAsync(Caller caller, CancellationToken ct) => Task.FromResult(LastHiddenFrom(caller));

    public IReadOnlySet<JourneyId> LastHiddenFrom(Caller caller) => hidden;

    public Task RefreshAsync(Partnership partnership, CancellationToken ct) => Task.CompletedTask;
}
