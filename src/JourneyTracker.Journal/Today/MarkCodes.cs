using System.Collections.Frozen;
using System.Text.Json;
using JourneyTracker.Domain.Prompts;

namespace JourneyTracker.Journal.Today;

/// <summary>How marks are written in the database.</summary>
internal static class MarkCodes
{
    private static readonly FrozenDictionary<string, PromptMarkKind> Kinds = Enum.GetValues<PromptMarkKind>().ToFrozenDictionary(Of);
    private static readonly FrozenDictionary<string, SnoozeReason> Reasons = Enum.GetValues<SnoozeReason>().ToFrozenDictionary(Of);

    public static string Of<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    public static PromptMarkKind KindOf(string code) => Kinds[code];

    public static SnoozeReason ReasonOf(string code) => Reasons[code];
}
