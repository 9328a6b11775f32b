using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>Through here people see what a fact, a correction or a withdrawal would change before they record it, and change what is on record.</summary>
public sealed class ProposingDoor(ReadingDoor reading, RecordingDoor recording, TimeProvider clock)
{
    /// <summary>What a fact would change; or why it cannot be recorded; neither when there is no such journey for the caller.</summary>
    public async Task<(JourneyProposal? Proposal, Refusal? Why)> ProposeAsync(Caller caller, JourneyId id, Fact fact, string door, CancellationToken ct)
    {
        if (await OpenAsync(caller, id, door, ct) is not { } opened) return default;
        return Decide.Check(fact, Today) is { } why ? (null, why) : (Proposals.Of(opened.Journey, opened.At, fact, id), null);
    }

    /// <summary>A fact of hers that the caller sees whole, and may change; null when there is none.</summary>
    public async Task<FactToChange?> FindAsync(Caller caller, JourneyId id, FactId named, string door, CancellationToken ct) =>
        await OpenAsync(caller, id, door, ct) is { } opened ? Find(opened.Journey, opened.At, named)?.Change : null;

    /// <summary>What a correction would change; or why it cannot be made; neither when there is no such fact for the caller.</summary>
    public async Task<(JourneyProposal? Proposal, Refusal? Why)> ProposeCorrectionAsync(
        Caller caller, JourneyId id, FactId named, Fact with, CorrectionReason why, string door, CancellationToken ct)
    {
        if (await OpenAsync(caller, id, door, ct) is not { } opened || Find(opened.Journey, opened.At, named) is not { } found) return default;
        var correction = Correction(found, named, with, why, null);
        var refusal = Decide.Check(correction, Today) ?? Decide.OnJourney(correction, opened.Journey.Stored[found.Change.Stands]);
        return refusal is null ? (Proposals.Of(opened.Journey, opened.At, correction, found.Change.Stands), null) : (null, refusal);
    }

    /// <summary>What taking a fact back would change; null when there is no such fact for the caller.</summary>
    public async Task<JourneyProposal?> ProposeWithdrawalAsync(Caller caller, JourneyId id, FactId named, string door, CancellationToken ct) =>
        await OpenAsync(caller, id, door, ct) is { } opened && Find(opened.Journey, opened.At, named) is { } found
            ? Proposals.Of(opened.Journey, opened.At, Withdrawal(named, CorrectionReason.EnteredInError, null), found.Change.Stands)
            : null;

    /// <summary>Corrects a fact. What the caller was not shown of it stays as it was.</summary>
    public async Task<SubmissionOutcome> CorrectAsync(
        Caller caller, JourneyId id, FactId named, Fact with, CorrectionReason why, string? note, SourceReference source, string door, CancellationToken ct)
    {
        if (await OpenAsync(caller, id, door, ct) is not { } opened || Find(opened.Journey, opened.At, named) is not { } found) return new SubmissionOutcome.Refused(Decide.NoSuchJourney);
        return await recording.RecordAsync(caller, new Submission(found.Change.Stands, Correction(found, named, with, why, note), source), door, ct);
    }

    /// <summary>Takes a fact back.</summary>
    public async Task<SubmissionOutcome> WithdrawAsync(Caller caller, JourneyId id, FactId named, CorrectionReason why, string? note, SourceReference source, string door, CancellationToken ct)
    {
        if (await OpenAsync(caller, id, door, ct) is not { } opened || Find(opened.Journey, opened.At, named) is not { } found) return new SubmissionOutcome.Refused(Decide.NoSuchJourney);
        return await recording.RecordAsync(caller, new Submission(found.Change.Stands, Withdrawal(named, why, note), source), door, ct);
    }

    private DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    private async Task<(OpenedJourney Journey, Standpoint At)?> OpenAsync(Caller caller, JourneyId id, string door, CancellationToken ct)
    {
        if (!MaySee.Record(caller, caller.Partnership)) return null;
        var at = await reading.StandAsync(caller, null, null, ct);
        return await reading.OpenAsync(caller, id, door, ct) is { } opened ? (opened, at) : null;
    }

    /// <summary>Only what is seen whole, since of the rest nobody can say what it should have been, and only what the caller may change.</summary>
    private static (FactToChange Change, Fact Whole)? Find(OpenedJourney journey, Standpoint at, FactId named)
    {
        var entry = journey.EntriesAt(at.Position).FirstOrDefault(e => e.Said.Any(s => s.RecordedId == named));
        if (entry is not { Sight: Sight.Seen, IsRestricted: false, Now.Fact: not null } || !WhoCorrects.May(journey.Viewer.Caller, entry.Said[0].RecordedBy)) return null;
        var latest = journey.Opened.Values.SelectMany(facts => facts).First(f => f.Id == entry.Now.RecordedId);
        var whole = latest.Fact is Corrected corrected ? corrected.With : latest.Fact;
        return FactCatalogue.Of(whole).Family == Family.Journal || whole is AccessOverridden or JourneyOpened ? null : (new FactToChange(entry, named, latest.Journey), whole);
    }

    private Corrected Correction((FactToChange Change, Fact Whole) found, FactId named, Fact with, CorrectionReason why, string? note) =>
        new(named, KeptBack.Into(found.Whole, found.Change.Entry.Now.Fact!, with), why, note is null ? null : Protected.Of(note)) { HappenedOn = Today };

    private Withdrawn Withdrawal(FactId named, CorrectionReason why, string? note) => new(named, why, note is null ? null : Protected.Of(note)) { HappenedOn = Today };
}
