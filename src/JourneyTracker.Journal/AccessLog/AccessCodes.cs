using System.Text.Json;

namespace JourneyTracker.Journal.AccessLog;

/// <summary>Roles and operations as the table keeps them.</summary>
internal static class AccessCodes
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T Read<T>(string code)
        where T : struct, Enum => Enum.GetValues<T>().First(v => Of(v) == code);
}
