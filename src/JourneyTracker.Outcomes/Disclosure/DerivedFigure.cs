using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// Figures made of counts: rates, differences, ratios, intervals. They are worked out from the counts as published and from nothing else, so they are hidden with their parts and as round as they are.
/// </summary>
public static class DerivedFigure
{
    /// <summary>For a rate, its interval, and what compares two rates. Null when either count is suppressed.</summary>
    public static Proportion? ProportionOf(PublishedCount events, PublishedCount n) => Of(counts => new Proportion(counts[0], counts[1]), events, n);

    /// <summary>Null when any of the parts is suppressed.</summary>
    public static T? Of<T>(Func<IReadOnlyList<long>, T> formula, params PublishedCount[] parts)
        where T : struct => parts.Any(p => p.Value is null) ? null : formula([.. parts.Select(p => p.Value!.Value)]);
}
