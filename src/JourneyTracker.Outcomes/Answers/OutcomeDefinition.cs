namespace JourneyTracker.Outcomes.Answers;

/// <summary>What a figure counts, in words.</summary>
/// <param name="Reading">How it is counted here, and what it does not tell.</param>
public sealed record OutcomeDefinition(string Reading)
{
    /// <summary>The official wording.</summary>
    public string? Wording { get; init; }

    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    public string? FollowUp { get; init; }

    public string? Exclusions { get; init; }

    /// <summary>Where the wording comes from.</summary>
    public string? Source { get; init; }

    /// <summary>How sure wording and definition are.</summary>
    public string? Confidence { get; init; }
}
