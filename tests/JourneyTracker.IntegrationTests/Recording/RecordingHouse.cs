using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Recording;

/// <summary>One server for all tests of recording.</summary>
[CollectionDefinition(Name)]
public sealed class RecordingHouse : ICollectionFixture<WebServer>
{
    public const string Name = "recording";
}
