namespace JourneyTracker.Domain.Facts;

/// <summary>A court remanded her in custody. She has not been sentenced, and may not have been convicted.</summary>
/// <param name="NextHearingOn">The day she is next before the court.</param>
[FactName("remanded.v1", "Remanded in custody", Family.Court, 4)]
public sealed record Remanded(DateOnly? NextHearingOn = null) : Fact;

