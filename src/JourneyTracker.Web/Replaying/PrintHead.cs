namespace JourneyTracker.Web.Replaying;

/// <summary>What stands at the top of every printed sheet.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Pseudonym">Of whom; never her name.</param>
/// <param name="Lines">From where it is seen: the days, the instants, the position of the journal.</param>
/// <param name="By">Who printed it.</param>
/// <param name="At">When.</param>
/// <param name="Back">The page on the screen.</param>
internal sealed record PrintHead(string Title, string Pseudonym, IReadOnlyList<string> Lines, string By, DateTimeOffset At, string Back);
