using System.Collections.Frozen;
using System.Text.Json;

namespace JourneyTracker.Outcomes.Store;

/// <summary>How the values of an enum are written in the store, as in the journal.</summary>
internal static class Codes<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Written = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    public static string Of(T value) => Written[value];
}
