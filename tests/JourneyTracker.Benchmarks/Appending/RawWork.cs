namespace JourneyTracker.Benchmarks.Appending;

/// <summary>How much of the equal work the baseline does.</summary>
internal enum RawWork
{
    /// <summary>Upsert of the stream and the fact.</summary>
    StreamAndFact,

    /// <summary>And the row of the source's reference.</summary>
    WithReference,

    /// <summary>And the NOTIFY: what one append does.</summary>
    Whole,
}
