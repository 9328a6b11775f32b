using MathNet.Numerics.LinearAlgebra;

namespace JourneyTracker.Outcomes.Statistics.Series;

/// <summary>One coefficient of a regression, with the two-sided p value of its being zero (Student's t) and its 95 per cent interval.</summary>
public sealed record RegressionTerm(double Estimate, double StandardError, double T, double P, Interval Interval);

/// <summary>
/// Segmented regression of a series with equal steps (months, quarters) before and after a day on which policy changed:
/// value = level + slope × step, and from the change on + level change + slope change × (step - change). Fitted by ordinary least squares.
/// Standard errors are Newey and West's (1987; Bartlett weights, no prewhitening, times n / (n - 4)), because neighbouring months resemble each other:
/// R's <c>sandwich::NeweyWest(fit, lag = L, prewhite = FALSE, adjust = TRUE)</c>. With lag 0 they allow for unequal variance alone (HC1).
/// </summary>
/// <param name="Level">At step 0.</param>
/// <param name="Slope">A step, before the change.</param>
/// <param name="LevelChange">The jump at the first step after the change, against what the line before it foretold.</param>
/// <param name="SlopeChange">A step, after the change, beside the slope before.</param>
/// <param name="Fitted">For each step.</param>
/// <param name="Without">What the line before the change foretells for each step: from the change on, what there would have been without it.</param>
public sealed record InterruptedTimeSeries(
    RegressionTerm Level, RegressionTerm Slope, RegressionTerm LevelChange, RegressionTerm SlopeChange, int Lag, IReadOnlyList<double> Fitted, IReadOnlyList<double> Without)
{
    private const int Terms = 4;

    /// <summary>The lag used unless another is asked for: floor(4 (n / 100)^(2/9)), Newey and West 1994.</summary>
    public static int UsualLag(int steps) => (int)Math.Floor(4 * Math.Pow(steps / 100.0, 2.0 / 9));

    /// <param name="change">The index of the first value after the change.</param>
    /// <exception cref="ArgumentException">There are fewer than three values on either side.</exception>
    public static InterruptedTimeSeries Fit(IReadOnlyList<double> values, int change, int? lag = null)
    {
        var n = values.Count;
        if (change < 3 || n - change < 3) throw new ArgumentException("A line needs at least three values before the change and three from it on.", nameof(change));
        var used = Math.Min(lag ?? UsualLag(n), n - 1);
        var x = Matrix<double>.Build.Dense(n, Terms, (t, term) => term switch { 0 => 1, 1 => t, 2 => t >= change ? 1 : 0, _ => Math.Max(0, t - change) });
        var y = Vector<double>.Build.DenseOfEnumerable(values);
        var estimate = x.QR().Solve(y);
        var fitted = x * estimate;
        var covariance = NeweyWest.Covariance(x, y - fitted, used);
        return new(Term(0), Term(1), Term(2), Term(3), used, [.. fitted], [.. Enumerable.Range(0, n).Select(t => estimate[0] + (estimate[1] * t))]);

        RegressionTerm Term(int i)
        {
            var (error, degrees) = (Math.Sqrt(covariance[i, i]), n - Terms);
            var t = estimate[i] / error;
            return new(estimate[i], error, t, Distributions.TwoSidedT(t, degrees), Interval.Around(estimate[i], error, Distributions.TFor(0.95, degrees)));
        }
    }
}
