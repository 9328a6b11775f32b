using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Journal.AccessLog;

/// <summary>What is looked for in the access log; what is null does not matter.</summary>
/// <param name="Journey">Whose journey.</param>
/// <param name="Person">Who.</param>
/// <param name="Agency">Of which agency.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Door">Where; what begins with this counts.</param>
/// <param name="From">From this instant on.</param>
/// <param name="To">Before this instant.</param>
/// <param name="Most">At most so many, the newest.</param>
public sealed record AccessQuery(
    JourneyId? Journey = null, string? Person = null, string? Agency = null, AccessOperation? Operation = null, string? Door = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null, int Most = 100);

/// <summary>One line of the access log, as it was written down.</summary>
/// <param name="Entry">What was written; of the caller, without the family name.</param>
/// <param name="FamilyName">Its keyed hash; null when sign-in did not say it.</param>
public sealed record LoggedAccess(AccessEntry Entry, byte[]? FamilyName);
