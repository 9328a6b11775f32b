using JourneyTracker.Domain.Access;

namespace JourneyTracker.Journal.Administration;

/// <summary>Somebody who is known here: from a sign-in, or from the access log alone.</summary>
/// <param name="Person">The user name.</param>
/// <param name="Agency">The agency's name.</param>
/// <param name="AgencyType">Code of the list agency_types; whoever runs the command line has none of it.</param>
/// <param name="Role">What the person may do, as was said last.</param>
/// <param name="First">When first seen.</param>
/// <param name="Last">When last seen.</param>
/// <param name="SignedIn">Whether the person signed in; else it is a program, or the command line.</param>
public sealed record PersonSeen(string Person, string Agency, string AgencyType, Role Role, DateTimeOffset First, DateTimeOffset Last, bool SignedIn);
