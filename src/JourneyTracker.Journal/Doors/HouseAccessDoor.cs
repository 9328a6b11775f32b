using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// Says who may know of a journey, for whoever holds the house: also of one that is "not found" for everybody who could say so, since those who were named have left.
/// It shows nothing of her, and is written down.
/// </summary>
public sealed class HouseAccessDoor(IJournal journal, IAccessLog log, TimeProvider clock)
{
    /// <param name="caller">The person at the keyboard of the house.</param>
    /// <param name="journey">The journey.</param>
    /// <param name="rule">Who may know of her.</param>
    /// <param name="door">Which verb.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SubmissionOutcome> RecordAsync(Caller caller, JourneyId journey, AccessRule rule, string door, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Decide.Check(rule, LondonDay.Of(now)) is { } wrong) return new SubmissionOutcome.Refused(wrong);
        var known = await journal.ReadAsync(caller.Partnership, journey, upTo: null, ct);
        if (Decide.OnJourney(rule, [.. known.Where(f => f.Unreadable is null)]) is { } refused) return new SubmissionOutcome.Refused(refused);
        var fact = new NewFact(new FactId(Guid.CreateVersion7(now)), rule);
        var outcome = await journal.AppendAsync(new Append(caller.Partnership, journey, caller.AsRecorder, [fact]), CancellationToken.None);
        if (outcome is not AppendOutcome.Accepted accepted) return new SubmissionOutcome.Refused(((AppendOutcome.Refused)outcome).Why);
        await log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Alteration, journey, door, FactCatalogue.NameOf(rule))], CancellationToken.None);
        return new SubmissionOutcome.Recorded(journey, accepted.Facts[0], accepted.Version);
    }
}
