using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>What is counted, in words: rows of measures that are codes. Files for programs keep the codes.</summary>
public static class KindNames
{
    /// <summary>The column in which answers say what is counted.</summary>
    public const string Column = "kind";

    /// <summary>Classes of several disposals, and rows that are no disposal (measures.csv says what each counts).</summary>
    private static readonly Dictionary<string, string> Own = new()
    {
        ["ANY"] = "Any out-of-court resolution",
        ["IMMEDIATE_CUSTODY"] = "Immediate custody",
        ["DISCHARGE"] = "Discharge",
        ["OTHER"] = "Otherwise dealt with",
        ["NOT_CONVICTED"] = "Not convicted",
        ["CUSTODY"] = "In custody",
        ["BAIL"] = "On bail",
        ["NOT_REMANDED"] = "Not remanded",
    };

    private static readonly Dictionary<string, string> Codes = CodeList.Disposals.All.Concat(CodeList.RequirementTypes.All).DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => c.Label);

    /// <summary>As people read it: a code by its label, also after what it is a kind of (requirements: RAR); anything else as it stands.</summary>
    public static string Of(string kind)
    {
        if (Own.TryGetValue(kind, out var own)) return own;
        if (Codes.TryGetValue(kind, out var label)) return label;
        return kind.Split(": ", 2) is [var of, var code] && Codes.TryGetValue(code, out var named) ? $"{of}: {named}" : kind;
    }
}
