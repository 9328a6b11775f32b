namespace JourneyTracker.Journal.Folding;

/// <summary>How the folding node works.</summary>
public sealed record FoldingOptions
{
    /// <summary>The most facts taken in one transaction: reached only when catching up.</summary>
    public int MostFacts { get; init; } = 10_000;

    /// <summary>How long to wait for a notification before looking without one.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a node that does not fold asks whether it should.</summary>
    public TimeSpan Takeover { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many lines the board feed keeps at least.</summary>
    public int FeedKept { get; init; } = 100_000;
}
