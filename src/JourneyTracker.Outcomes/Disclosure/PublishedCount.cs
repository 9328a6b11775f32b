namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>What may be said of a count.</summary>
public enum CountStatus
{
    /// <summary>As it is.</summary>
    Shown,

    /// <summary>To the nearest multiple of the base.</summary>
    Rounded,

    /// <summary>Not at all. Whether it is small itself or protects another is not said: that would narrow it down.</summary>
    Suppressed,
}

/// <summary>A count as it leaves: who holds one cannot get at what was hidden.</summary>
/// <param name="Value">Null when suppressed.</param>
public readonly record struct PublishedCount(CountStatus Status, long? Value)
{
    public static PublishedCount Suppressed { get; } = new(CountStatus.Suppressed, null);

    public static PublishedCount Shown(long value) => new(CountStatus.Shown, value);

    public static PublishedCount Rounded(long value, int to) => new(CountStatus.Rounded, (value + (to / 2)) / to * to);
}
