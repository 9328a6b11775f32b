namespace JourneyTracker.Domain.Facts;

/// <summary>A service that works with her told what has gone well, when it was asked. Nothing here counts against her, and an answer that says little says nothing about her.</summary>
/// <param name="Attended">Whether she comes, as far as the service may tell.</param>
/// <param name="WorkingOn">What she is working on, sealed.</param>
/// <param name="WouldHelp">What would help her now, sealed.</param>
[FactName("engagement-told.v1", "What has gone well", Family.Support, 8)]
public sealed record EngagementTold(EngagementAnswer Attended, Protected<string>? WorkingOn = null, Protected<string>? WouldHelp = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { WorkingOn = WorkingOn?.Seal(sealer), WouldHelp = WouldHelp?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { WorkingOn = WorkingOn?.Open(sealer), WouldHelp = WouldHelp?.Open(sealer) };
}
