namespace JourneyTracker.Outcomes.Statistics.Survival;

/// <summary>One woman's follow-up, or one stretch of it, in days since her index day.</summary>
/// <param name="Until">The day on which it happened, or on which her follow-up ended without it.</param>
/// <param name="Happened">False when her follow-up ended without it (censored).</param>
/// <param name="From">Delayed entry: she is at risk on days after this one, up to and with <paramref name="Until"/>. Null: from the start, day 0 included.</param>
public readonly record struct SurvivalTime(int Until, bool Happened, int? From = null);

/// <summary>One woman's follow-up where one of several things ends it.</summary>
/// <param name="Until">The day on which the first of them happened, or on which her follow-up ended without any.</param>
/// <param name="Cause">Which happened; null when none did (censored).</param>
/// <param name="From">As in <see cref="SurvivalTime"/>.</param>
public readonly record struct CompetingTime(int Until, string? Cause, int? From = null);
