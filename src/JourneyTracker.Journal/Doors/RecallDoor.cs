using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.RecallSupport;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// The one way to consider a recall on a page: for her own practitioner, and whoever was asked to countersign (safeguards S1). A recall is recorded here only after two
/// colleagues have countersigned it (rule REC-13, partly verified).
/// </summary>
public sealed class RecallDoor(ReadingDoor reading, RecordingDoor recording, DataSources sources, IAccessLog log, TimeProvider clock)
{
    private readonly GoneWellBook book = new(sources);

    private DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    /// <summary>Null when there is no such journey, or it is no concern of the caller's; the two look alike.</summary>
    public async Task<RecallReading?> ReadAsync(Caller caller, JourneyId id, string door, CancellationToken ct) => (await OpenAsync(caller, id, door, ct))?.Reading;

    /// <summary>Records what was looked at and decided so far. Who countersigned before has to do so again.</summary>
    public Task<SubmissionOutcome> ConsiderAsync(Caller caller, JourneyId id, RecallConsidered considered, string door, CancellationToken ct) =>
        RecordAsync(caller, id, r => r.MayPropose, _ => considered with { Countersignatures = null, HappenedOn = Today }, r => Recalls.Refuse(caller, considered, r.Proposal), door, ct);

    /// <summary>Countersigns what was proposed, word for word, or says that one does not agree.</summary>
    public Task<SubmissionOutcome> CountersignAsync(Caller caller, JourneyId id, CountersigningRole role, bool agrees, string door, CancellationToken ct) => RecordAsync(
        caller, id, _ => true,
        raw => raw!.Says with { Countersignatures = [.. raw.Says.Countersignatures ?? [], new Countersignature(role, caller.Person, Today, agrees)], HappenedOn = Today },
        r => Recalls.RefuseToSign(caller, r.Proposal), door, ct);

    /// <summary>Records the recall itself.</summary>
    public Task<SubmissionOutcome> RecallAsync(Caller caller, JourneyId id, Recalled recalled, string door, CancellationToken ct) =>
        RecordAsync(caller, id, r => r.MayPropose, _ => recalled, r => Recalls.RefuseRecall(r.Proposal), door, ct);

    /// <summary>Records that the recall was explained to her.</summary>
    public Task<SubmissionOutcome> ExplainAsync(Caller caller, JourneyId id, RecallExplained explained, string door, CancellationToken ct) =>
        RecordAsync(caller, id, r => r.MayPropose, _ => explained, r => r.Proposal?.Recalled is null ? Recalls.NotRecalled : null, door, ct);

    /// <summary>Asks every service that works with her what has gone well. It does not say why; false when the caller may not.</summary>
    public async Task<bool> AskAsync(Caller caller, JourneyId id, string door, CancellationToken ct)
    {
        if (await OpenAsync(caller, id, door, ct) is not { Reading.MayPropose: true }) return false;
        var now = clock.GetUtcNow();
        await log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Disclosure, id, door, "asked what has gone well")], ct);
        await book.AskAsync(caller, id, now, CancellationToken.None);
        return true;
    }

    private async Task<SubmissionOutcome> RecordAsync(
        Caller caller, JourneyId id, Func<RecallReading, bool> may, Func<RecallProposal?, Fact> fact, Func<RecallReading, Refusal?> refuse, string door, CancellationToken ct)
    {
        if (await OpenAsync(caller, id, door, ct) is not var (read, raw) || !may(read)) return new SubmissionOutcome.Refused(Decide.NoSuchJourney);
        return refuse(read) is { } why
            ? new SubmissionOutcome.Refused(why)
            : await recording.RecordAsync(caller, new Submission(id, fact(raw), ExpectedVersion: read.Journey.Version), door, ct);
    }

    /// <summary>With the proposal as it stands in the journal, of which nothing may be lost when it is recorded again.</summary>
    private async Task<(RecallReading Reading, RecallProposal? Raw)?> OpenAsync(Caller caller, JourneyId id, string door, CancellationToken ct)
    {
        if (caller.Role != Role.Auditor && !MaySee.Supports(caller)) return null;
        if (await reading.OpenAsync(caller, id, door, ct) is not { } opened) return null;
        var at = await reading.StandAsync(caller, null, null, ct);
        if (opened.At(at) is not { } journey || opened.SeenAt(at) is not { } seen) return null;
        var (access, proposal) = (opened.Viewer.Access, RecallProposal.Of(seen.Journey));
        if (!MaySee.Recall(caller, id, access, proposal, at.Day)) return null;
        var worksWithHer = MaySee.Support(caller, id, access, at.Day);
        var mayPropose = MaySee.ProposeRecall(caller, id, access, at.Day);
        var asked = worksWithHer ? await book.LastAsync(caller.Partnership, [id, .. journey.Merged], ct) : null;
        var read = new RecallReading(
            journey, worksWithHer ? SupportOnLicence.Of(seen.Journey).On(at.Day) : null, Recalls.Shown(proposal),
            seen.Journey.Facts.Select(f => f.Fact).OfType<Sentenced>().LastOrDefault(s => s is { Disposal: "IMMEDIATE_CUSTODY", Length: not null }),
            asked, Recalls.Told(journey, asked), mayPropose, MaySee.Record(caller, caller.Partnership) && proposal?.Awaits(caller.AsRecorder) == true);
        return (read, proposal);
    }
}
