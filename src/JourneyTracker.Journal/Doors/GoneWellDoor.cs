using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>Asks services that work with a woman what has gone well, and takes their answers. A service is never told why it is asked.</summary>
public sealed class GoneWellDoor(ReadingDoor reading, RecordingDoor recording, DataSources sources, TimeProvider clock)
{
    private readonly GoneWellBook book = new(sources);

    /// <summary>Whether the caller's service was asked and has not answered: it recorded support of hers, and is no justice agency.</summary>
    public async Task<GoneWellAsked?> AwaitsAsync(Caller caller, JourneyReading journey, CancellationToken ct)
    {
        var own = journey.Timeline.Where(e => e.Now.RecordedBy?.Agency == caller.Agency && e.Now.Fact is { } fact && FactCatalogue.Of(fact).Family == Family.Support).ToList();
        if (!MaySee.TellsWhatGoesWell(caller) || own.Count == 0 || await book.LastAsync(caller.Partnership, [journey.Id, .. journey.Merged], ct) is not { } asked) return null;
        return own.Any(e => e.Now.Fact is EngagementTold && e.Now.RecordedAt >= asked.At) ? null : asked;
    }

    /// <summary>The journey, when the caller's service is to answer; null otherwise, and when there is no such journey.</summary>
    public async Task<(JourneyReading Journey, GoneWellAsked Asked)?> ReadAsync(Caller caller, JourneyId id, string door, CancellationToken ct) =>
        MaySee.TellsWhatGoesWell(caller) && await reading.JourneyAsync(caller, id, null, null, door, ct) is { } journey && await AwaitsAsync(caller, journey, ct) is { } asked ? (journey, asked) : null;

    /// <summary>Records the answer: a fact of the service's own, which others read when she shares how her support goes.</summary>
    public async Task<SubmissionOutcome> TellAsync(Caller caller, JourneyId id, EngagementAnswer attended, Protected<string>? workingOn, Protected<string>? wouldHelp, string door, CancellationToken ct) =>
        await ReadAsync(caller, id, door, ct) is null
            ? new SubmissionOutcome.Refused(Decide.NoSuchJourney)
            : await recording.RecordAsync(caller, new Submission(id, new EngagementTold(attended, workingOn, wouldHelp) { HappenedOn = LondonDay.Of(clock.GetUtcNow()) }), door, ct);
}
