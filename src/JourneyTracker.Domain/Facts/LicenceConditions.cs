namespace JourneyTracker.Domain.Facts;

/// <summary>Which conditions of a licence say something of her health.</summary>
public static class LicenceConditions
{
    /// <summary>Codes of the list licence_conditions that are always sealed: drugs, alcohol and treatment (safeguards S11).</summary>
    public static IReadOnlySet<string> OfHealth { get; } = new HashSet<string>(StringComparer.Ordinal) { "AC13", "AC17", "AC18" };
}
