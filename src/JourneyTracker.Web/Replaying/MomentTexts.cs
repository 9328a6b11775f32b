using JourneyTracker.Web.Journeys;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Replaying;

/// <summary>Reads the days and instants of a form, as they were typed.</summary>
internal sealed class MomentTexts(IStringLocalizer<Texts> T)
{
    private readonly Dictionary<string, string> wrong = [];

    /// <summary>What is to be mended, by field.</summary>
    public IReadOnlyDictionary<string, string> Wrong => wrong;

    /// <summary>Null when nothing was typed, or what was typed is no day.</summary>
    public DateOnly? Day(string field, string? typed)
    {
        if (!Moment.TryDay(typed, out var day)) wrong[field] = T["Enter a day, such as 2024-03-01"];
        return day;
    }

    /// <summary>A day alone is its end.</summary>
    public DateTimeOffset? Instant(string field, string? typed)
    {
        if (!Moment.TryInstant(typed, out var instant)) wrong[field] = T["Enter a day, or a day and time, such as 2024-03-01T14:30"];
        return instant;
    }

    public void Refuse(string field, string why) => wrong.TryAdd(field, why);
}
