namespace JourneyTracker.Outcomes.Processes;

/// <summary>
/// One event of a log that stands in order: all of one case together, and each case in its own order. That order counts, not the time: what is known to the day alone has
/// no order of its own.
/// </summary>
/// <param name="Case">A woman's pseudonym, or the key of another case.</param>
/// <param name="Activity">What happened, by the name under which it is counted.</param>
/// <param name="At">When, in a whole unit that the caller chooses for the whole log: gaps are counted in it. <see cref="OnDay"/> counts in days.</param>
public readonly record struct ProcessEvent(string Case, string Activity, long At)
{
    public static ProcessEvent OnDay(string @case, string activity, DateOnly day) => new(@case, activity, day.DayNumber);
}
