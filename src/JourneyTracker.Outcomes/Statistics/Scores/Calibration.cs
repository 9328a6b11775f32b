using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Outcomes.Statistics.Scores;

/// <summary>Women whose predicted probability lay in one band.</summary>
/// <param name="From">The lowest probability of the band, which belongs to it.</param>
/// <param name="To">The end of the band, which does not belong to it (in the last band it does).</param>
/// <param name="MeanPredicted">Null when nobody is in the band.</param>
public sealed record CalibrationBand(double From, double To, double? MeanPredicted, Proportion Observed);

/// <summary>Did it happen as often as was predicted, band by band?</summary>
/// <param name="Expected">The sum of the predicted probabilities.</param>
/// <param name="Brier">The mean square of prediction less outcome: 0 is perfect. Null of nobody.</param>
public sealed record Calibration(IReadOnlyList<CalibrationBand> Bands, double Expected, Proportion Observed, double? Brier)
{
    /// <param name="edges">From 0 to 1, rising: <c>[0, 0.1, 0.25, 1]</c> makes three bands.</param>
    public static Calibration Of(IReadOnlyCollection<ScoredOutcome> outcomes, IReadOnlyList<double> edges)
    {
        if (edges.Count < 2 || edges[0] != 0 || edges[^1] != 1 || !edges.Zip(edges.Skip(1)).All(e => e.First < e.Second))
            throw new ArgumentException("Bands rise from 0 to 1.", nameof(edges));
        if (outcomes.Any(o => o.Score is not (>= 0 and <= 1))) throw new ArgumentException("A prediction is a probability between 0 and 1.", nameof(outcomes));
        var byBand = outcomes.ToLookup(o => BandOf(o.Score, edges));
        var bands = Enumerable.Range(0, edges.Count - 1).Select(b => new CalibrationBand(
            edges[b], edges[b + 1], byBand[b].Any() ? byBand[b].Average(o => o.Score) : null, Count(byBand[b])));
        return new([.. bands], outcomes.Sum(o => o.Score), Count(outcomes), outcomes.Count == 0 ? null : outcomes.Average(o => Math.Pow(o.Score - (o.Happened ? 1 : 0), 2)));
    }

    private static int BandOf(double score, IReadOnlyList<double> edges) => Math.Min(edges.TakeWhile(e => e <= score).Count(), edges.Count - 1) - 1;

    private static Proportion Count(IEnumerable<ScoredOutcome> outcomes) => new(outcomes.Count(o => o.Happened), outcomes.Count());
}
