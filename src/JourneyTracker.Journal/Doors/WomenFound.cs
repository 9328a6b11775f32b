using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Journal.Doors;

/// <summary>Women who fit a search, best first, each with as little as tells her apart.</summary>
/// <param name="Women">The women.</param>
/// <param name="HasMore">Whether more fit than are shown.</param>
public sealed record WomenFound(IReadOnlyList<WomanFound> Women, bool HasMore);

/// <summary>A woman who fits a search.</summary>
/// <param name="Journey">Her journey.</param>
/// <param name="Name">Her name; null when none is on record.</param>
/// <param name="BirthYear">Her year of birth, when it is on record.</param>
/// <param name="Born">Her whole date of birth; only beside another woman of the same name and year.</param>
/// <param name="Stage">Her stage today; null while her first record is not folded.</param>
/// <param name="Area">The police force area she is known in, by its code.</param>
/// <param name="Why">Why she fits, in words.</param>
public sealed record WomanFound(JourneyId Journey, string? Name, int? BirthYear, DateOnly? Born, Stage? Stage, string? Area, IReadOnlyList<string> Why);
