using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Journal.Doors;

/// <summary>Who could see a journey at the end of a day, and who looked on that day.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Day">The London day.</param>
/// <param name="Position">The position of the journal at its end.</param>
/// <param name="People">Everybody who had used the partnership's records by then, with what each could see.</param>
/// <param name="Looks">What was done with her record on that day, in order.</param>
public sealed record SightReading(JourneyId Journey, DateOnly Day, long Position, IReadOnlyList<PersonSight> People, IReadOnlyList<LookedAt> Looks);

/// <summary>What one person could see of a journey.</summary>
/// <param name="Person">The user name.</param>
/// <param name="Agency">The agency.</param>
/// <param name="AgencyType">Code of the list agency_types.</param>
/// <param name="Role">The role.</param>
/// <param name="Journey">Whether the person could know of it.</param>
/// <param name="Facts">How many of its facts could be seen how far.</param>
/// <param name="Looked">Whether the person looked on that day.</param>
public sealed record PersonSight(
    string Person, string Agency, string AgencyType, Role Role, Sight Journey, IReadOnlyDictionary<Sight, int> Facts, bool Looked);

/// <summary>One entry of the access log about her.</summary>
public sealed record LookedAt(string Person, string Agency, Role Role, DateTimeOffset At, string Operation, string Door, string? Subject);
