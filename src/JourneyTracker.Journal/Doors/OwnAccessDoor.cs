using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>What somebody changes of their own access to one journey. A journey that is "not found" for the caller stays so.</summary>
public sealed class OwnAccessDoor(IJournal journal, IAccessLog log, AccessBook access, TimeProvider clock)
{
    private const int LongestReason = 4_000;

    /// <summary>
    /// Opens what is not shared, to keep a person safe: with a reason, for three hours, reported to the partnership. Whoever stands before this door has just signed in again.
    /// </summary>
    public async Task<SubmissionOutcome> OpenInEmergencyAsync(Caller caller, JourneyId journey, string why, string door, CancellationToken ct)
    {
        if (!MaySee.Override(caller, caller.Partnership))
            return Refused(new(Rule.NotPermitted, "Your role does not open records in an emergency.", "Ask somebody who works with her."));
        if (string.IsNullOrWhiteSpace(why)) return Refused(new(Rule.Malformed, "Say who would come to harm otherwise.", "Enter the reason.", "why"));
        if (why.Length > LongestReason) return Refused(new(Rule.TooLong, $"The reason has {why.Length} characters; at most {LongestReason} are kept.", "Shorten it.", "why"));
        // The reason itself is sealed with her key and stands in the fact alone.
        return await AppendAsync(caller, journey, new AccessOverridden(Protected.Of(why)) { HappenedOn = Today }, AccessOperation.Disclosure, AccessSubjects.Emergency, door, ct);
    }

    /// <summary>She is known to the caller, who from then on may not know of her here. Nobody but somebody else can lift it.</summary>
    public Task<SubmissionOutcome> DeclareKnownAsync(Caller caller, JourneyId journey, string door, CancellationToken ct) =>
        AppendAsync(
            caller, journey, new PersonBarred(Protected.Of(new BarredPerson(caller.Person, BarGround.KnownToMe))) { HappenedOn = Today }, AccessOperation.Collection,
            FactCatalogue.Of(typeof(PersonBarred)).Name, door, ct);

    private async Task<SubmissionOutcome> AppendAsync(
        Caller caller, JourneyId journey, Fact fact, AccessOperation operation, string subject, string door, CancellationToken ct)
    {
        var (began, now) = (Stopwatch.GetTimestamp(), clock.GetUtcNow());
        if (!(await access.KnownToAsync(caller, [journey], ct)).Contains(journey))
        {
            await NotFoundPace.KeepAsync(began, ct);
            return Refused(Decide.NoSuchJourney);
        }

        var outcome = await journal.AppendAsync(
            new Append(caller.Partnership, journey, caller.AsRecorder, [new NewFact(new FactId(Guid.CreateVersion7(now)), fact)]), CancellationToken.None);
        if (outcome is not AppendOutcome.Accepted accepted) return Refused(((AppendOutcome.Refused)outcome).Why);
        await log.WriteAsync([new AccessEntry(now, caller, operation, journey, door, subject)], CancellationToken.None);
        return new SubmissionOutcome.Recorded(journey, accepted.Facts[0], accepted.Version);
    }

    private DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    private static SubmissionOutcome.Refused Refused(Refusal why) => new(why);
}
