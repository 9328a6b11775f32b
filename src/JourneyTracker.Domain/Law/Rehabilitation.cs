using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>A conviction or caution whose day of being spent is asked for.</summary>
/// <param name="Kind">A kind of <see cref="RehabilitationPeriod"/>; "custody" and "suspended-sentence" go by their length.</param>
/// <param name="On">The day of the conviction, or the day a caution was given.</param>
/// <param name="Length">For custody and suspended sentences: the term.</param>
/// <param name="EndsOn">The last day of the sentence, its licence included, or of the order; null when it has none or it is not known.</param>
/// <param name="OnSchedule18">For custody above four years: whether it was for an offence of Schedule 18; null when not recorded.</param>
/// <param name="SummaryOnly">Whether the offence can only be tried by magistrates.</param>
/// <param name="Under18">Whether she was under 18 when convicted.</param>
public sealed record RecordedDisposal(string Kind, DateOnly On, Term? Length = null, DateOnly? EndsOn = null, bool? OnSchedule18 = null, bool SummaryOnly = false, bool Under18 = false);

/// <summary>When a conviction or caution is spent.</summary>
public static class Rehabilitation
{
    /// <summary>The first day on which it is spent, under the law of a day; later convictions in its period carry it on.</summary>
    /// <param name="others">Her other convictions, each of which is looked at by itself.</param>
    public static DatesAnswer Of(RecordedDisposal disposal, LawOfDay law, IReadOnlyList<RecordedDisposal>? others = null)
    {
        var (working, remarks) = (new Working(), new Working());
        if (Last(disposal, law, working, remarks) is not { } last) return new DatesAnswer(law.Day, [], remarks.Steps);
        foreach (var other in (others ?? []).Where(o => !o.SummaryOnly && !IsCaution(o)).OrderBy(o => o.On))
        {
            if (IsCaution(disposal) || other.On <= disposal.On || other.On > last) continue;
            if (Last(other, law, new Working(), remarks) is not { } later) return new DatesAnswer(law.Day, [], remarks.Steps);
            if (later <= last) continue;
            working.Say("ROA-17", $"A conviction on {Working.Day(other.On)}, within the period, carries it on to {Working.Day(later)}.");
            last = later;
        }

        return new DatesAnswer(law.Day, [Dated.Finish(DateKind.Spent, last.AddDays(1), working)], remarks.Steps);
    }

    /// <summary>The last day on which it is not spent; the day before, when it is spent at once.</summary>
    private static DateOnly? Last(RecordedDisposal disposal, LawOfDay law, Working working, Working remarks)
    {
        if (Period(disposal) is not { } rule) return None("ROA-03", "Its period depends on what is not recorded.");
        var id = rule.Rule.Id;
        if (disposal.Under18) return None(id, "She was under 18 when convicted: shorter periods apply, which are not worked out here.");
        if (!law.Knows(id)) return None(id, $"Not worked out under the law of {Working.Day(law.Day)}. {rule.Rule.Notes}");
        switch (rule.CountsFrom)
        {
            case "never":
                return None(id, "It is never spent.");
            case "at-once":
                working.Say(id, "It is spent at once.");
                return disposal.On.AddDays(-1);
            case "conviction" or "given":
                return End(disposal.On);
            case "order-end" when disposal.EndsOn is { } last:
                working.Say(id, $"Its period ends with the order, on {Working.Day(last)}.");
                return last;
            case "sentence-end" or "term-end" when disposal.EndsOn is { } last:
                return End(last);
            default:
                return None(id, "Its end is not recorded.");
        }

        DateOnly End(DateOnly from)
        {
            var period = Term.Parse(rule.Period, null);
            var end = period.LastDay(from);
            if (rule.CountsFrom == "given" && disposal.EndsOn is { } ended && ended < end) end = ended;
            working.Say(id, $"{rule.Rule.AppliesTo}: {Working.Length(period)} from {Working.Day(from)}, to {Working.Day(end)}.");
            working.Say("JT-08", "The day it counts from is the first day; it is spent from the day after the last.");
            if (disposal.Kind == "suspended-sentence") working.Say("ROA-05", "A suspended sentence counts as the term that is suspended.");
            return end;
        }

        DateOnly? None(string ruleId, string words)
        {
            remarks.Say(ruleId, words);
            return null;
        }
    }

    private static RehabilitationPeriod? Period(RecordedDisposal disposal)
    {
        if (disposal.Kind is not ("custody" or "suspended-sentence")) return RehabilitationPeriod.All.FirstOrDefault(p => p.Kind == disposal.Kind);
        if (disposal.Length is not { } length) return null;
        var custody = RehabilitationPeriod.All.Where(p => p.Kind == "custody").ToList();
        if (custody.FirstOrDefault(p => p.MostYears is { } most && length.LastDay(disposal.On) <= new Term(most).LastDay(disposal.On)) is { } within) return within;
        return disposal.OnSchedule18 switch
        {
            null => null,
            true => RehabilitationPeriod.All.First(p => p.Kind == "custody-never-spent"),
            false => custody[^1],
        };
    }

    private static bool IsCaution(RecordedDisposal disposal) => disposal.Kind is "simple-caution" or "conditional-caution" or "diversionary-caution";
}
