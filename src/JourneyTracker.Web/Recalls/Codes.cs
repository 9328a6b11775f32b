using System.Text.Json;
using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Recalls;

/// <summary>Codes of an enumeration in a form: as they stand in facts.</summary>
internal static class Codes
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Null when nothing was chosen, or something that is no code.</summary>
    public static T? Read<T>(string? typed)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => Of(v) == typed).Select(v => (T?)v).FirstOrDefault();

    /// <summary>Each as a choice, but for some.</summary>
    public static IReadOnlyList<Choice> Choices<T>(params T[] without)
        where T : struct, Enum => [.. Enum.GetValues<T>().Except(without).Select(v => new Choice(Of(v), Words.Of(v)))];
}
