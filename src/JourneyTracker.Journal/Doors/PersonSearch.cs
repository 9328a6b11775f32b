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

/// <summary>Two journeys that may be one woman's.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="OfFirst">Who she is by the first.</param>
/// <param name="OfSecond">Who she is by the second.</param>
/// <param name="Why">What speaks for it, and against.</param>
public sealed record PossibleDouble(JourneyId First, JourneyId Second, PersonIdentity OfFirst, PersonIdentity OfSecond, Likeness Why);
