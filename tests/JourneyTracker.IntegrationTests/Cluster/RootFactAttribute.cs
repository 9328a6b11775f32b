namespace JourneyTracker.IntegrationTests.Cluster;

/// <summary>A test of what only root can run into.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Environment.IsPrivilegedProcess ? null : "Only root runs into this.";
}
