using System.Globalization;
using System.Reflection;
using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Domain.Access;

/// <summary>A kind of access that is a finding for the partnership's list. Data: <c>unusual_access.csv</c>.</summary>
/// <param name="Code">For example <c>own-name</c>.</param>
/// <param name="Limit">From what number on; null where there is none.</param>
/// <param name="Words">What people read.</param>
/// <param name="ToDo">What to ask.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="Confidence">How sure we are of it.</param>
public sealed record UnusualAccessRule(string Code, int? Limit, string Words, string ToDo, string Source, string Confidence)
{
    public const string OwnName = "own-name";
    public const string NoConcern = "no-concern";
    public const string Many = "many-journeys";
    public const string Emergency = "emergency";

    public static IReadOnlyList<UnusualAccessRule> All { get; } = Load();

    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static UnusualAccessRule Of(string code) => All.FirstOrDefault(r => r.Code == code) ?? throw new ArgumentException($"There is no rule '{code}'.", nameof(code));

    private static List<UnusualAccessRule> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("unusual_access.csv") ?? throw new InvalidOperationException("The rules of unusual access are not in this assembly.");
        using var reader = new StreamReader(stream);
        return [.. CodeListCsv.Rows(reader.ReadToEnd()).Skip(1).Select(r => new UnusualAccessRule(
            r[0], r[1].Length == 0 ? null : int.Parse(r[1], CultureInfo.InvariantCulture), r[2], r[3], r[4], r[5]))];
    }
}
