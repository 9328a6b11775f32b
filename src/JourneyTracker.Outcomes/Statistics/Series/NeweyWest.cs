using MathNet.Numerics.LinearAlgebra;

namespace JourneyTracker.Outcomes.Statistics.Series;

/// <summary>The covariance of regression coefficients when errors are unequal and neighbouring ones go together (Newey and West 1987).</summary>
internal static class NeweyWest
{
    public static Matrix<double> Covariance(Matrix<double> x, Vector<double> residuals, int lag)
    {
        var (n, k) = (x.RowCount, x.ColumnCount);
        var scores = Matrix<double>.Build.Dense(n, k, (t, i) => x[t, i] * residuals[t]);
        var middle = scores.TransposeThisAndMultiply(scores);
        for (var l = 1; l <= lag; l++)
        {
            var apart = scores.SubMatrix(l, n - l, 0, k).TransposeThisAndMultiply(scores.SubMatrix(0, n - l, 0, k));
            middle += (1 - (l / (lag + 1.0))) * (apart + apart.Transpose());
        }

        var bread = x.TransposeThisAndMultiply(x).Inverse();
        return bread * middle * bread * (n / (double)(n - k));
    }
}
