namespace JourneyTracker.Benchmarks.Harness;

/// <summary>A figure of ours, beside what the bare work costs in the same run.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">Of ours and of the baseline: facts/s, ms, MiB ...</param>
/// <param name="Ours">The median of the repetitions, unless the name says another quantile.</param>
/// <param name="Baseline">The same work done bare, in the same cluster and turn by turn with ours; null when there is no such thing.</param>
/// <param name="Budget">Null when none is set.</param>
/// <param name="Note">How many repetitions, their spread, what the baseline is.</param>
internal sealed record Measurement(string Name, string Unit, double Ours, double? Baseline, Budget? Budget, string? Note = null)
{
    /// <summary>Ours over the baseline.</summary>
    public double? Ratio => Baseline is { } bare and not 0 ? Ours / bare : null;

    /// <summary>Null when no budget is set.</summary>
    public bool? Met => Budget?.IsMet(this);
}
