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

    /// <summary>How many positions apart the marks stand by which the position at an instant is found: to find it means to read so many facts.</summary>
    public int MarkEvery { get; init; } = 1_000;

    /// <summary>
    /// A node that begins so many positions behind, and further behind than it has come, folds by journey and announces nothing of it: boards begin anew. Fact by fact,
    /// as they were recorded, every journey would be folded again and again.
    /// </summary>
    public long QuietFrom { get; init; } = 100_000;

    /// <summary>How many lines the board feed keeps at least.</summary>
    public int FeedKept { get; init; } = 100_000;
}
