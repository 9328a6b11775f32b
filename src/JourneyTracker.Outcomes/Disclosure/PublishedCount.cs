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

/// <summary>
/// Figures made of counts: rates, differences, ratios, intervals. They are worked out from the counts as published and from nothing else, so they are hidden with their parts and as round as they are.
/// </summary>
public static class DerivedFigure
{
    /// <summary>Null when any of the parts is suppressed.</summary>
    public static T? Of<T>(PublishedCount one, PublishedCount other, Func<long, long, T?> formula)
        where T : struct => (one.Value, other.Value) is ({ } a, { } b) ? formula(a, b) : null;

    /// <inheritdoc cref="Of{T}(PublishedCount, PublishedCount, Func{long, long, T?})"/>
    public static T? Of<T>(IReadOnlyCollection<PublishedCount> parts, Func<IReadOnlyList<long>, T?> formula) =>
        parts.Any(p => p.Value is null) ? default : formula([.. parts.Select(p => p.Value!.Value)]);
}
