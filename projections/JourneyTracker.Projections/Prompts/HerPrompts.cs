using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Projections.Prompts;

/// <summary>Why a woman needs somebody, and until when. Nothing here depends on today: ask with a day.</summary>
public static class HerPrompts
{
    /// <summary>The name under which the days of this fold are stored; a change of its rules changes the number.</summary>
    public const string Name = "today.3";

    /// <summary>What stands on a day, by what had happened by then; the most urgent first.</summary>
    /// <param name="journey">With the protected values open that may be read: what is withheld or erased prompts nothing.</param>
    /// <param name="day">The day; facts of that day count.</param>
    public static IReadOnlyList<Prompt> On(EffectiveJourney journey, DateOnly day)
    {
        var happened = journey.UpTo(day);
        return [.. Of(happened, JourneyStatus.Of(happened)).Where(p => p.StandsOn(day)).OrderBy(p => p.Due).ThenBy(p => p.Kind.Code, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The days on which somebody may be needed, from the day of her last fact on: never fewer than there are, whoever looks with more. What is sealed is taken as what would
    /// need somebody, so that nothing can be told from these days that the facts' names do not tell.
    /// </summary>
    public static IReadOnlyList<PromptSpan> Spans(EffectiveJourney journey, JourneyStatus status)
    {
        if (journey.Facts.Count == 0) return [];
        var last = journey.Facts[^1].Day;
        var days = Days(Standing(Supposed.Of(journey))).ToHashSet();
        if (days.Count == 0) return [];
        var open = Standing(journey with { Facts = [.. journey.Facts.Select(f => f with { Fact = f.Fact.Open(Protected.Withheld) })] });
        var certain = Days(open.Where(p => !p.Kind.For.Contains(PromptKind.Own))).ToHashSet();
        return [.. days.Order().Select(d => new PromptSpan(d.First, d.Last, d.Due, certain.Contains(d)))];

        IEnumerable<Prompt> Standing(EffectiveJourney her) => Of(her, status).Where(p => p.First <= p.Last && p.Last >= last);
        static IEnumerable<(DateOnly Due, DateOnly First, DateOnly Last)> Days(IEnumerable<Prompt> prompts) => prompts.Select(p => (p.Due, p.First, p.Last));
    }

    private static IEnumerable<Prompt> Of(EffectiveJourney journey, JourneyStatus status)
    {
        if (journey.Facts.Count == 0 || journey.Facts.Any(f => f.Fact is Died or LeftArea or MovedPartnership { Direction: MoveDirection.To })) return [];
        var her = new Known(journey, status);
        return [.. ReleasePrompts.Of(her), .. AfterRelease.Of(her), .. CourtPrompts.Of(her), .. SupervisionPrompts.Of(her), .. FamilyPrompts.Of(her), .. SupportPrompts.Of(her)];
    }
}

/// <summary>Days on which somebody may be needed; why is not said.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Due">The day that matters.</param>
/// <param name="IsCertain">Whether it follows from what is not sealed alone, and is not for her own workers only: so that it is there for whoever may open nothing too.</param>
public sealed record PromptSpan(DateOnly First, DateOnly Last, DateOnly Due, bool IsCertain);
