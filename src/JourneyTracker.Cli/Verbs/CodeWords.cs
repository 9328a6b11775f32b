using System.Text.Json;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Codes as words.</summary>
internal static class CodeWords
{
    /// <summary>For example "wrong day".</summary>
    public static string Of<T>(T code) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString()).Replace('-', ' ');
}
