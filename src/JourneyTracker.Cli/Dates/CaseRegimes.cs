using JourneyTracker.Domain.Law;

namespace JourneyTracker.Cli.Dates;

/// <summary>
/// Which law a case of HMPPS's test data was written for. The file names a rule profile of their engine; the law itself only knows days,
/// so the profile is turned into one here, and nowhere else.
/// </summary>
internal static class CaseRegimes
{
    /// <summary>The last day of post-sentence supervision: 40% release, 56-day recalls and the 365-day curfew are in force, its repeal is not.</summary>
    private static readonly DateOnly BeforeSupervisionWasRepealed = new(2026, 5, 10);
    private static readonly DateOnly SupervisionRepealed = new(2026, 5, 11);
    private static readonly DateOnly ProgressionModelBegins = new(2026, 10, 1);

    private static readonly Dictionary<string, LawOfDay> Laws = new(StringComparer.Ordinal)
    {
        // The profile leaves out 40% release and nothing else: its cases expect the 365-day curfew, which came later.
        ["sds-50"] = LawOfDay.Of(BeforeSupervisionWasRepealed).Without("sds40"),
        ["calculation-params"] = LawOfDay.Of(BeforeSupervisionWasRepealed),
        [""] = LawOfDay.Of(BeforeSupervisionWasRepealed),
        ["sds-progression-model-october"] = LawOfDay.Of(ProgressionModelBegins).With("progression-model"),
    };

    private static readonly Dictionary<string, string> InWords = new(StringComparer.Ordinal)
    {
        ["sds-50"] = $"of {BeforeSupervisionWasRepealed:yyyy-MM-dd} without the part `sds40`: the profile leaves out 40% release and nothing else, for its cases expect the 365-day curfew, which came later",
        ["calculation-params"] = $"of {BeforeSupervisionWasRepealed:yyyy-MM-dd}, the last day of post-sentence supervision, which these cases expect even past its repeal",
        ["sds-progression-model-october"] = $"of {ProgressionModelBegins:yyyy-MM-dd} with the part `progression-model`",
    };

    public static string RepealWords => $"the law of {SupervisionRepealed:yyyy-MM-dd}";

    public static string Words(string regime) => InWords[regime];

    public static IEnumerable<string> Known => Laws.Keys.Where(k => k.Length > 0);

    /// <summary>The law for a case; null when its regime is not known. In the group tused-repeal the repeal is switched on.</summary>
    public static LawOfDay? Of(string regime, string caseName) =>
        !Laws.TryGetValue(regime, out var law) ? null
        : law.Day < SupervisionRepealed && caseName.StartsWith("tused-repeal/", StringComparison.Ordinal) ? LawOfDay.Of(SupervisionRepealed)
        : law;
}
