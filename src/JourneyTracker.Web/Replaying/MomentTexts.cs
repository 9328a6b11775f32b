using JourneyTracker.Web.Journeys;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Replaying;

/// <summary>Reads the days and instants of a form, as they were typed.</summary>
internal sealed class MomentTexts(IStringLocalizer<Texts> T, DateTimeOffset now)
{
    private readonly Dictionary<string, string> wrong = [];

    /// <summary>What is to be mended, by field.</summary>
    public IReadOnlyDictionary<string, string> Wrong => wrong;

    /// <summary>Null when nothing was typed, or what was typed is no day.</summary>
    public DateOnly? Day(string field, string? typed)
    {
        if (!SaidMoment.TryDay(typed, out var day)) wrong[field] = T["Enter a day, such as 1 March 2024"];
        return day;
    }

    /// <summary>A day alone is its end, or now while it is not over. Nothing is known at a moment that has not come.</summary>
    public DateTimeOffset? Instant(string field, string? typed)
    {
        if (!SaidMoment.TryInstant(typed, now, out var instant, out var hasNotCome))
            wrong[field] = hasNotCome ? T["Nobody knows yet what will be on record then: choose today, or a day before"] : T["Enter a day, or a day and time, such as 1 March 2024 at 14:30"];
        return instant;
    }

    public void Refuse(string field, string why) => wrong.TryAdd(field, why);
}
