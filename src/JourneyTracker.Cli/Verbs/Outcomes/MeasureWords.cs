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
}
