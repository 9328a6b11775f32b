namespace JourneyTracker.Cli.Dates;

/// <summary>Why a public case expects another date than the law gives here, found in the case's own source. Nothing is calculated from it.</summary>
internal static class KnownDifferences
{
    /// <summary>Cases whose source has days credited to a recalled sentence: how many, and which.</summary>
    private static readonly (string Case, int Days, string Of)[] RecallCredits =
    [
        ("custom-examples/crs-1046-recall-immediate-release-tused-bug", 219, "remand"),
        ("custom-examples/crs-1083-ersed-recalls-ac1", 89, "remand"),
        ("custom-examples/crs-1149-recall-remand-tused-bug", 48, "remand"),
        ("custom-examples/crs-1309-bug-nh1", 37, "remand"),
        ("custom-examples/crs-1309-bug-nh2", 10, "remand"),
        ("custom-examples/crs-2072-sds40-recall-tused-bug", 69, "remand"),
        ("custom-examples/crs-2136-incorrect-tused-length", 201, "remand"),
        ("custom-examples/crs-2367-ac-4-and-5", 50, "remand"),
        ("custom-examples/crs-344-standard-recall-ac1", 89, "remand"),
        ("custom-examples/crs-790-ftr-ac1", 1, "remand"),
        ("custom-examples/crs-816-ac1", 514, "remand"),
        ("custom-examples/crs-816-ac2", 500, "tagged bail"),
        ("custom-examples/crs-816-ac3", 516, "remand"),
        ("custom-examples/crs-816-ac4", 520, "tagged bail"),
        ("custom-examples/crs-816-extra-ac", 830, "remand"),
        ("custom-examples/crs-822-tagged-bail-recall-bug", 379, "tagged bail"),
        ("custom-examples/crs-840-bug", 121, "tagged bail"),
        ("ftr-56/crs-2462-ac1-1", 48, "remand"),
        ("ftr-56/crs-2462-ac1-2", 20, "remand"),
        ("ftr-56/crs-2462-ac1-3", 26, "tagged bail"),
        ("tranches/crs-2202-ac1-4", 5, "tagged bail"),
        ("tranches/crs-2202-ac1-5", 5, "remand"),
    ];

    private static readonly (string Case, string Reason)[] Others =
    [
        ("custom-examples/crs-1168-ac1", Age),
        ("custom-examples/crs-1168-ac2", Age),
        ("custom-examples/crs-913-immediate-release-bug-ac5", Age),
        ("custom-examples/crs-2364-ac2", $"{Credit(692, "remand")} The sentence then ends on the day after her last day at large, and the file has neither that day nor her return."),
        ("custom-examples/different-calclulation-from-stored", "Its expected dates are wrong on purpose: the engine's own test of it expects the difference to be noticed."),
        ("external-movements/crs-1953-sds40-external-movements-ac2-5", $"{Credit(58, "remand")} She was released early, on a day that the file has no column for."),
        ("ftr-56/crs-2467-ac3", $"{Credit(15, "tagged bail")} Its added days were served before release; the file does not say when."),
        ("progression-model/crs-2656-ac1-1", "The sentence would be SDS+ if it were passed today (REL-10). The file has no column for that, unless WOULD_BE_SDS_PLUS stands among the exclusions."),
    ];

    private const string Age = "She is 17 on release. The file has no column for that, unless one named age_at_release is added (ENG-03).";

    public static IReadOnlyDictionary<string, string> All { get; } =
        RecallCredits.Select(c => (c.Case, Reason: Credit(c.Days, c.Of))).Concat(Others).ToDictionary(c => c.Case, c => c.Reason, StringComparer.Ordinal);

    public static string? Of(string caseName) => All.GetValueOrDefault(caseName);

    private static string Credit(int days, string of) =>
        $"{(days == 1 ? "1 day" : $"{days} days")} of {of} {(days == 1 ? "is" : "are")} credited to the recalled sentence; the file has no column for that.";
}
