using System.Text.Json.Serialization;

namespace JourneyTracker.Outcomes.Store;

/// <summary>How long the periods are about which a partnership publishes figures. One of few women chooses a year.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PublishedLength>))]
public enum PublishedLength
{
    [JsonStringEnumMemberName("quarter")]
    Quarter,

    [JsonStringEnumMemberName("half-year")]
    HalfYear,

    [JsonStringEnumMemberName("year")]
    Year,
}

/// <summary>The lengths as they are said and counted.</summary>
public static class PublishedLengths
{
    private static readonly (PublishedLength Length, string Word, int Months)[] All = [(PublishedLength.Quarter, "quarter", 3), (PublishedLength.HalfYear, "half-year", 6), (PublishedLength.Year, "year", 12)];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(l => l.Word)];

    /// <summary>As at the command line and in a sentence.</summary>
    public static string Word(this PublishedLength length) => All.Single(l => l.Length == length).Word;

    public static int Months(this PublishedLength length) => All.Single(l => l.Length == length).Months;

    /// <summary>Null when nothing was said.</summary>
    public static PublishedLength? Of(string? word) => word is null ? null : All.Single(l => l.Word == word).Length;
}
