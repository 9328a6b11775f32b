using System.Globalization;

namespace JourneyTracker.Benchmarks.Harness;

/// <summary>What a measurement must keep to. Bounds count as kept.</summary>
internal sealed record Budget(string Words, Func<Measurement, bool> IsMet)
{
    /// <summary>A rate, beside the bare work's.</summary>
    public static Budget RatioAtLeast(double least) => new(Text("≥ {0} ×", least), m => m.Ratio >= least);

    /// <summary>A time or a size, beside the bare work's.</summary>
    public static Budget RatioAtMost(double most) => new(Text("≤ {0} ×", most), m => m.Ratio <= most);

    /// <summary>In the measurement's own unit.</summary>
    public static Budget AtLeast(double least) => new(Text("≥ {0}", least), m => m.Ours >= least);

    /// <summary>In the measurement's own unit.</summary>
    public static Budget AtMost(double most) => new(Text("≤ {0}", most), m => m.Ours <= most);

    private static string Text(string form, double bound) => string.Format(CultureInfo.InvariantCulture, form, bound.ToString("#,0.##", CultureInfo.InvariantCulture));
}
