using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace JourneyTracker.Outcomes.Statistics;

/// <summary>Tails and quantiles. Upper tails are worked out as such, so that small p values keep their digits.</summary>
public static class Distributions
{
    /// <summary>The chance that a chi-square value with these degrees of freedom is larger.</summary>
    public static double UpperChiSquare(double value, int degrees) => value <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, value / 2);

    /// <summary>The chance that a standard normal value is further from zero, on either side.</summary>
    public static double TwoSidedNormal(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>The chance that a value of Student's t is further from zero, on either side.</summary>
    public static double TwoSidedT(double t, int degrees) => SpecialFunctions.BetaRegularized(degrees / 2.0, 0.5, degrees / (degrees + (t * t)));

    /// <summary>The value of Student's t beyond which (1 - level) / 2 lies on each side.</summary>
    public static double TFor(double level, int degrees) => StudentT.InvCDF(0, 1, degrees, (1 + level) / 2);

    /// <summary>The value of the standard normal beyond which (1 - level) / 2 lies on each side; 1.96 for 0.95.</summary>
    public static double ZFor(double level) => Normal.InvCDF(0, 1, (1 + level) / 2);
}
