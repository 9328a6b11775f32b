using System.Globalization;
using System.Reflection;
using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Domain.Recalls;

/// <summary>Something that makes support on licence more, or less, pressing. Data: <c>support_factors.csv</c>.</summary>
/// <param name="Code">For example <c>warned</c>.</param>
/// <param name="Needs">Whether it speaks for offering support; else it is something that helps her already.</param>
/// <param name="Points">How much one occurrence weighs.</param>
/// <param name="Most">How many occurrences count at most.</param>
/// <param name="Words">What staff read.</param>
/// <param name="Help">What could be offered first.</param>
/// <param name="Source">Why it is a factor.</param>
/// <param name="Confidence">How sure we are of that.</param>
/// <param name="PointsBasis">Where the weight comes from; "assumed" when no study or backtest stands behind it, and then no number is ever shown (safeguards S1).</param>
public sealed record SupportFactor(
    string Code, bool Needs, int Points, int Most, string Words, string Help, string Source, string Confidence, string PointsBasis)
{
    /// <summary>From so many points on, support is called needed. Assumed: no study stands behind it.</summary>
    public const int Enough = 2;

    public static IReadOnlyList<SupportFactor> All { get; } = Load();

    /// <summary>Whether a number made of these weights may be shown to anybody: only when none of them is assumed.</summary>
    public static bool NumbersMayBeShown => All.All(f => f.PointsBasis != "assumed");

    /// <exception cref="ArgumentException">There is no such factor.</exception>
    public static SupportFactor Of(string code) => All.FirstOrDefault(f => f.Code == code) ?? throw new ArgumentException($"There is no factor '{code}'.", nameof(code));

    private static List<SupportFactor> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("support_factors.csv") ?? throw new InvalidOperationException("The factors of support are not in this assembly.");
        using var reader = new StreamReader(stream);
        return [.. CodeListCsv.Rows(reader.ReadToEnd()).Skip(1).Select(r => new SupportFactor(
            r[0], r[1] == "needs", int.Parse(r[2], CultureInfo.InvariantCulture), int.Parse(r[3], CultureInfo.InvariantCulture), r[4], r[5], r[6], r[7], r[8]))];
    }
}
