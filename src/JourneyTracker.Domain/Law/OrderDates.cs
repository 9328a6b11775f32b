using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>The ends of community and suspended sentence orders, and whether their lengths are within the law of their day.</summary>
public static class OrderDates
{
    /// <summary>A community order runs from the day it is made, that day included.</summary>
    public static DatesAnswer Community(DateOnly made, Term length, LawOfDay law)
    {
        var (working, remarks) = (new Working(), new Working());
        var last = length.LastDay(made);
        working.Say("DAY-02", $"{Working.Length(length)} from {Working.Day(made)}, which is day 1, runs to {Working.Day(last)}.");
        Bound("CO-01", null, "most", "community order", made, length, law, remarks);
        if (law.Holds("CO-04", made)) working.Say("CO-04", "It ends earlier when all requirements and the plan of the sentence are complete.");
        return new DatesAnswer(law.Day, [Dated.Finish(DateKind.OrderEnd, last, working)], remarks.Steps);
    }

    /// <summary>A suspended sentence: the operational period, and the supervision period where the court set one.</summary>
    public static DatesAnswer Suspended(DateOnly made, Term? custodial, Term? operational, Term? supervision, LawOfDay law)
    {
        var (dates, remarks) = (new List<LegalDate>(), new Working());
        var term = law.Holds("SSO-02", made) ? "SSO-02" : "SSO-01";
        if (custodial is { } suspended) Bound(term, "least", "most", "suspended term", made, suspended, law, remarks);
        if (operational is { } period) dates.Add(Period("SSO-03", "operational period", DateKind.OperationalEnd, made, period, law, remarks));
        if (supervision is { } watched)
        {
            dates.Add(Period("SSO-04", "supervision period", DateKind.SupervisionEnd, made, watched, law, remarks));
            if (operational is { } within && watched.LastDay(made) > within.LastDay(made)) remarks.Say("SSO-04", "The supervision period is recorded as longer than the operational period: ask the court.");
        }

        return new DatesAnswer(law.Day, dates, remarks.Steps);
    }

    private static LegalDate Period(string ruleId, string name, DateKind kind, DateOnly made, Term length, LawOfDay law, Working remarks)
    {
        var working = new Working();
        working.Say("DAY-02", $"The {name} of {Working.Length(length)} begins on {Working.Day(made)} and runs to {Working.Day(length.LastDay(made))}.");
        if (law.Holds(ruleId, made)) Bound(ruleId, "least", "most", name, made, length, law, remarks);
        else remarks.Say("SSO-02", $"The longest {name} after the change of 2026 is not confirmed.");
        return Dated.Finish(kind, length.LastDay(made), working);
    }

    private static void Bound(string ruleId, string? least, string most, string name, DateOnly made, Term length, LawOfDay law, Working remarks)
    {
        if (!law.Holds(ruleId, made)) return;
        if (length.LastDay(made) > LawOfDay.Length(ruleId, most).LastDay(made)) remarks.Say(ruleId, $"The {name} is recorded as {Working.Length(length)}, longer than the law of that day allows: ask the court.");
        if (least is not null && length.LastDay(made) < LawOfDay.Length(ruleId, least).LastDay(made)) remarks.Say(ruleId, $"The {name} is recorded as {Working.Length(length)}, shorter than the law of that day allows: ask the court.");
    }
}
