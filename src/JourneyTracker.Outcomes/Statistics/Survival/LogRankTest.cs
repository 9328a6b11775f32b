using MathNet.Numerics.LinearAlgebra;

namespace JourneyTracker.Outcomes.Statistics.Survival;

/// <summary>One group in a log-rank test.</summary>
/// <param name="Expected">Events there would have been, had every group the same risk on every day.</param>
public sealed record LogRankGroup(string Name, int N, int Observed, double Expected);

/// <summary>The log-rank test, as R's <c>survdiff(rho = 0)</c>: do two or more curves differ by more than chance?</summary>
/// <param name="ChiSquare">0 when fewer than two groups can be compared, or nothing but chance could have been otherwise: it happened to everybody on one day.</param>
/// <param name="Degrees">Groups in which an event could have been expected, less one.</param>
/// <param name="P">Null when the chi-square says nothing.</param>
public sealed record LogRankTest(IReadOnlyList<LogRankGroup> Groups, double ChiSquare, int Degrees, double? P)
{
    public static LogRankTest Of(IReadOnlyList<(string Name, IReadOnlyCollection<SurvivalTime> Times)> groups)
    {
        var risks = groups.Select(g => new RiskSet([.. g.Times.Select(t => (t.Until, t.From))])).ToList();
        var events = groups.Select(g => g.Times.Where(t => t.Happened).CountBy(t => t.Until).ToDictionary()).ToList();
        var k = groups.Count;
        var (expected, variance, atRisk) = (new double[k], new double[k, k], new int[k]);
        foreach (var day in events.SelectMany(e => e.Keys).Distinct().Order())
        {
            for (var g = 0; g < k; g++) atRisk[g] = risks[g].On(day);
            double n = atRisk.Sum(), d = events.Sum(e => e.GetValueOrDefault(day));
            for (var g = 0; g < k; g++) expected[g] += d * atRisk[g] / n;
            if (n > 1) Add(variance, atRisk, n, d * (n - d) / (n - 1));
        }

        var named = groups.Select((g, i) => new LogRankGroup(g.Name, g.Times.Count, g.Times.Count(t => t.Happened), expected[i])).ToList();
        var compared = Enumerable.Range(0, k).Where(g => expected[g] > 0).ToArray();
        if (compared.Length < 2) return new(named, 0, 0, null);
        var chi = ChiSquareOf(named, variance, compared[1..]);
        if (!double.IsFinite(chi)) return new(named, 0, compared.Length - 1, null);
        return new(named, chi, compared.Length - 1, Distributions.UpperChiSquare(chi, compared.Length - 1));
    }

    private static void Add(double[,] variance, int[] atRisk, double n, double scale)
    {
        for (var g = 0; g < atRisk.Length; g++)
            for (var h = 0; h < atRisk.Length; h++)
                variance[g, h] += scale * (atRisk[g] / n) * ((g == h ? 1 : 0) - (atRisk[h] / n));
    }

    // The differences of all groups add up to nothing: one is left out, whichever it is.
    private static double ChiSquareOf(List<LogRankGroup> groups, double[,] variance, int[] but)
    {
        var excess = Vector<double>.Build.Dense([.. but.Select(g => groups[g].Observed - groups[g].Expected)]);
        return excess.DotProduct(Matrix<double>.Build.Dense(but.Length, but.Length, (i, j) => variance[but[i], but[j]]).Solve(excess));
    }
}
