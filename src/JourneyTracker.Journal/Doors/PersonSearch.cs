using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;

namespace JourneyTracker.Journal.Doors;

/// <summary>Who fits a search, best first.</summary>
/// <param name="Found">The women.</param>
/// <param name="HasMore">Whether more fit than were asked for.</param>
public sealed record PersonSearch(IReadOnlyList<PersonFound> Found, bool HasMore);

/// <summary>A woman who fits.</summary>
/// <param name="Journey">Her journey: when the one that fits was merged, the one as part of which it is read.</param>
/// <param name="Person">Who she is, by the record that fits.</param>
/// <param name="Match">Why.</param>
public sealed record PersonFound(JourneyId Journey, PersonIdentity Person, PersonMatch Match);
