using JourneyTracker.Projections.RecallSupport;

namespace JourneyTracker.Journal.Doors;

/// <summary>A journey with what support would help her on licence.</summary>
/// <param name="Reading">The journey it was made from.</param>
/// <param name="Support">Null when she was not on licence on that day.</param>
/// <param name="IsPart">Whether other services' records are left out, because they are not shared with the caller.</param>
public sealed record SupportReading(JourneyReading Reading, SupportAnswer? Support, bool IsPart);
