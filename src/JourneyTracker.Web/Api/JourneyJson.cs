using System.Text.Json;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Web.Api;

/// <summary>A reading as one JSON value: the same for the API and the command line.</summary>
public static class JourneyJson
{
    public static JsonElement Of(JourneyReading reading) => JsonSerializer.SerializeToElement(JourneyAnswer.Of(reading), ApiJson.Options);
}
