using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>The ends that matters have by law, each on a day that a fact or a rule says. Unverified ones say so.</summary>
internal static class Ends
{
    /// <summary>The first day without post-sentence supervision for anybody (rule PSS-02).</summary>
    public static readonly DateOnly SupervisionRepealed = new(2026, 5, 11);

    /// <summary>No law: she leaves the justice board on a set day (safeguards S10), whether or not anybody closes the diversion.</summary>
    public static readonly EndByLaw Diversion = new($"the day after {SetDays.Diverted.Words}, which is our own choice", "", SetDays.Diverted.Confidence)
    {
        Until = (_, day) => DayAfter(SetDays.Diverted.After.LastDay(day)),
    };

    public static readonly EndByLaw Caution = new("the day after the last day for its conditions", "", "as recorded")
    {
        Until = (fact, _) => fact is ConditionallyCautioned f ? DayAfter(f.ConditionsEndOn ?? f.Conditions.Max(c => c.DueOn)) : null,
    };

    public static readonly EndByLaw CommunityOrder = new("the day after the last day of its length", "DAY-01, DAY-02, DAY-03", "verified")
    {
        Until = (fact, day) => DayAfter((fact as Sentenced)?.Length?.LastDay(day)),
    };

    public static readonly EndByLaw SuspendedSentence = new("the day after the last day of its operational period", "SSO-03, DAY-01, DAY-02, DAY-03", "verified")
    {
        Until = (fact, day) => DayAfter((fact as Sentenced)?.OperationalPeriod?.LastDay(day)),
    };

    public static readonly EndByLaw Licence = new("the day after the licence's last day", "LIC-01", "as recorded")
    {
        Until = (fact, _) => DayAfter(fact switch
        {
            Released f => f.LicenceEndsOn,
            ReReleased f => f.LicenceEndsOn,
            _ => null,
        }),
    };

    public static readonly EndByLaw Supervision = new("the day after its last day, and on 11 May 2026 at the latest", "PSS-02", "partly_verified")
    {
        Until = (fact, _) => DayAfter((fact as PostSentenceSupervisionStarted)?.EndsOn) is { } end && end < SupervisionRepealed ? end : SupervisionRepealed,
    };

    private static DateOnly? DayAfter(DateOnly? day) => day == DateOnly.MaxValue ? null : day?.AddDays(1);
}
