using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// The one way to open what is not shared, to keep a person safe: with a reason, for three hours, reported to the partnership. It opens no journey that is "not found"
/// for the caller. Whoever stands before it has just signed in again.
/// </summary>
public sealed class EmergencyDoor(IJournal journal, IAccessLog log, AccessBook access, TimeProvider clock)
{
    private const int LongestReason = 4_000;

    public async Task<SubmissionOutcome> OpenAsync(Caller caller, JourneyId journey, string why, string door, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!MaySee.Override(caller, caller.Partnership))
            return Refused(new(Rule.NotPermitted, "Your role does not open records in an emergency.", "Ask somebody who works with her."));
        if (string.IsNullOrWhiteSpace(why)) return Refused(new(Rule.Malformed, "No reason is given.", "Say who would come to harm otherwise.", "why"));
        if (why.Length > LongestReason) return Refused(new(Rule.TooLong, $"The reason has {why.Length} characters; at most {LongestReason} are kept.", "Shorten it.", "why"));
        if (!(await access.KnownToAsync(caller, [journey], ct)).Contains(journey)) return Refused(Decide.NoSuchJourney);
        var fact = new NewFact(new FactId(Guid.CreateVersion7(now)), new AccessOverridden(Protected.Of(why)) { HappenedOn = LondonDay.Of(now) });
        var outcome = await journal.AppendAsync(new Append(caller.Partnership, journey, caller.AsRecorder, [fact]), CancellationToken.None);
        if (outcome is not AppendOutcome.Accepted accepted) return Refused(((AppendOutcome.Refused)outcome).Why);
        // The reason itself is sealed with her key and stands in the fact alone.
        await log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Disclosure, journey, door, AccessSubjects.Emergency)], CancellationToken.None);
        return new SubmissionOutcome.Recorded(journey, accepted.Facts[0], accepted.Version);
    }

    private static SubmissionOutcome.Refused Refused(Refusal why) => new(why);
}
