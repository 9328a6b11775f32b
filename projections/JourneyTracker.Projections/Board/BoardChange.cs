using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Projections.Board;

/// <summary>A woman who is elsewhere on the board than she was.</summary>
/// <param name="Journey">Whose journey.</param>
/// <param name="From">The stage in which she was.</param>
/// <param name="To">The stage in which she is.</param>
/// <param name="Day">The first day of that.</param>
/// <param name="By">The fact that brought her there; null when only the day did.</param>
/// <param name="Steps">How many movements lie between.</param>
public sealed record BoardChange(JourneyId Journey, Stage From, Stage To, DateOnly Day, FactId? By, int Steps);
