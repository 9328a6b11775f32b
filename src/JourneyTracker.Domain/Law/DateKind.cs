namespace JourneyTracker.Domain.Law;

/// <summary>A kind of date that the law sets for a sentence.</summary>
/// <param name="Code">The code that prisons use: CRD, SLED and so on.</param>
/// <param name="Name">What people read.</param>
/// <param name="MovesToWorkingDay">Whether a weekend or bank holiday moves it to the working day before.</param>
public sealed record DateKind(string Code, string Name, bool MovesToWorkingDay, string Source, string Confidence)
{
    public static IReadOnlyList<DateKind> All { get; } =
        [.. LawRow.Table("date_kinds").Select(r => new DateKind(r["code"], r["name"], r.Says("weekend_adjusted", "yes"), r["source"], r["confidence"]))];

    public static DateKind ConditionalRelease { get; } = Of("CRD");

    public static DateKind AutomaticRelease { get; } = Of("ARD");

    public static DateKind ParoleEligibility { get; } = Of("PED");

    public static DateKind CurfewEligibility { get; } = Of("HDCED");

    public static DateKind PostRecallRelease { get; } = Of("PRRD");

    public static DateKind SentenceEnd { get; } = Of("SED");

    public static DateKind SentenceAndLicenceEnd { get; } = Of("SLED");

    public static DateKind LicenceEnd { get; } = Of("LED");

    public static DateKind TopUpSupervisionEnd { get; } = Of("TUSED");

    public static DateKind OrderEnd { get; } = Of("ORDER-END");

    public static DateKind OperationalEnd { get; } = Of("OPERATIONAL-END");

    public static DateKind SupervisionEnd { get; } = Of("SUPERVISION-END");

    public static DateKind Spent { get; } = Of("SPENT");

    internal static DateKind Of(string code) => All.Single(k => k.Code == code);
}
