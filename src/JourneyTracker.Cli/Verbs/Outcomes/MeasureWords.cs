using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>How measures are spoken of.</summary>
internal static class MeasureWords
{
    public static string State(MeasureState state) => state switch
    {
        MeasureState.Answered => "answered",
        MeasureState.Elsewhere => "elsewhere",
        _ => "UNKNOWN",
    };

    /// <summary>Who feeds it and for which months.</summary>
    public static string Source(MeasureSource source) =>
        source.Agencies.Count == 0 ? $"{source.Fact}: no source" : $"{source.Fact}: {string.Join(", ", source.Agencies)}, {source.FirstMonth} to {source.LastMonth}";
}
