namespace JourneyTracker.Cli.Dates;

/// <summary>Why a public case expects another date than the law gives here, found in the case's own source. Nothing is calculated from it.</summary>
internal static class KnownDifferences
{
    private const string RecallCredit = "days credited to the recalled sentence, which the file has no column for";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["custom-examples/crs-1168-ac2"] = "The case is about somebody aged 17 when sentenced, which the file has no column for. For an adult, REL-12 gives release on licence on the same days.",
        ["custom-examples/crs-1309-bug-nh1"] = $"The case has 37 {RecallCredit} (remand).",
        ["custom-examples/crs-790-ftr-ac1"] = $"The case has 1 of the {RecallCredit} (remand).",
        ["custom-examples/crs-840-bug"] = $"The case has 121 {RecallCredit} (tagged bail); with them the recall is capped at the end of the sentence.",
        ["external-movements/crs-1953-sds40-external-movements-ac2-5"] = $"The case has 58 {RecallCredit} (remand), and was released early on a day that the file has no column for.",
        ["ftr-56/crs-2467-ac3"] = $"The case has 15 {RecallCredit} (tagged bail), and its added days were served before release; the file does not say when.",
        ["tranches/crs-2202-ac1-4"] = $"The case has 5 {RecallCredit} (tagged bail).",
    };

    public static string? Of(string caseName) => All.GetValueOrDefault(caseName);
}
