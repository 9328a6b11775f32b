using System.Globalization;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Prompts;

/// <summary>That a woman needs somebody, from one day to another.</summary>
/// <param name="Kind">Why, for whom, and what helps.</param>
/// <param name="First">The first day on which it is shown.</param>
/// <param name="Due">The day that matters.</param>
/// <param name="Last">The last day on which it is shown: then it expires (safeguards S12).</param>
/// <param name="Because">The fact behind it.</param>
public sealed record Prompt(PromptKind Kind, DateOnly First, DateOnly Due, DateOnly Last, EffectiveFact Because)
{
    /// <summary>What marks it out: a correction of the fact, or another day, makes it another prompt.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind.Code}.{Because.Latest.Id}.{Due:yyyyMMdd}");

    public bool StandsOn(DateOnly day) => First <= day && day <= Last;

    /// <summary>Shown so many days before a day that is known, no sooner than the facts say so.</summary>
    internal static Prompt Before(string kind, DateOnly due, EffectiveFact because, DateOnly? notBefore = null)
    {
        var of = PromptKind.Of(kind);
        return new Prompt(of, Later(Add(due, -of.Before), notBefore ?? because.Day), due, Add(due, of.After), because);
    }

    /// <summary>Shown from a day on, and due some days later.</summary>
    internal static Prompt From(string kind, DateOnly first, EffectiveFact because)
    {
        var of = PromptKind.Of(kind);
        return new Prompt(of, first, Add(first, of.Before), Add(first, of.Before + of.After), because);
    }

    internal static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>Days that a record gives may be the first or last there are.</summary>
    private static DateOnly Add(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
