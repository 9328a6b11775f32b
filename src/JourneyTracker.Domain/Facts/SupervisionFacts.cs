namespace JourneyTracker.Domain.Facts;

/// <summary>She was returned to custody after a recall.</summary>
/// <param name="Prison">Code of the list womens_prisons; null when not known.</param>
[FactName("returned-to-custody.v1", "Returned to custody", Family.Supervision, 5)]
public sealed record ReturnedToCustody(string? Prison = null) : Fact;

/// <summary>Her licence ended. The day itself is the first without licence.</summary>
[FactName("licence-ended.v1", "Licence ended", Family.Supervision, 8)]
public sealed record LicenceEnded : Fact;
