using System.Globalization;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.Outcomes.R;

/// <summary>A file that tests/r/outcomes.R wrote.</summary>
internal static class RTable
{
    public static IReadOnlyList<RRow> Read(string name)
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests", "JourneyTracker.Tests", "Outcomes", "R", name + ".csv"));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => new RRow(names.Zip(line.Split(',')).ToDictionary(c => c.First, c => c.Second)))];
    }
}

internal sealed class RRow(Dictionary<string, string> cells)
{
    public string this[string name] => cells[name];

    public int Whole(string name) => int.Parse(cells[name], CultureInfo.InvariantCulture);

    /// <summary>Null where R has NA.</summary>
    public double? Number(string name) => cells[name].Length == 0 ? null : double.Parse(cells[name], CultureInfo.InvariantCulture);
}

/// <summary>Holds our figures beside R's and remembers the greatest difference.</summary>
internal sealed class Beside(double tolerance = 1e-9)
{
    private double greatest;
    private int figures;

    public void Figure(double? ours, double? theirs, string what)
    {
        figures++;
        (ours is null).Should().Be(theirs is null, "R has {0} and we {1} for {2}", theirs, ours, what);
        if (ours is not { } a || theirs is not { } b) return;
        var difference = Math.Abs(a - b) / Math.Max(1, Math.Abs(b));
        greatest = Math.Max(greatest, difference);
        difference.Should().BeLessThan(tolerance, "R has {0} and we {1} for {2}", b, a, what);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{figures} figures, greatest difference {greatest:0.0E+0}");
}
