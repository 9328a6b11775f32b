namespace JourneyTracker.Web.Recording;

/// <summary>The boxes of a length, as their fields end.</summary>
internal static class LengthParts
{
    public static IReadOnlyList<string> All { get; } = ["years", "months", "weeks", "days"];
}
