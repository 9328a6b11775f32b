using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Outcomes.Store;

/// <summary>What a rule would have said of a woman on a past day.</summary>
/// <param name="Journey">Hers.</param>
/// <param name="Rule">The rule with its version.</param>
/// <param name="LicenceFrom">The first day of the licence.</param>
/// <param name="Day">The day.</param>
/// <param name="Points">The number.</param>
/// <param name="Needed">Whether support would have been offered.</param>
/// <param name="ByTheSource">When something was known is in part what an agency's own system says.</param>
public sealed record ScoreThen(JourneyId Journey, string Rule, DateOnly LicenceFrom, DateOnly Day, int Points, bool Needed, bool ByTheSource);
