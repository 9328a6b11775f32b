using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way in which people and programs record facts: asks whether they may, decides, appends, and writes down through which door it came.</summary>
public sealed class RecordingDoor(IJournal journal, IIdentityVault vault, IAccessLog log, TimeProvider clock)
{
    private const int JourneysAtOnce = 64;
    private const int MostTries = 5;

    /// <summary>A version no journey has: an append that expects it can only be a repeat or a conflict.</summary>
    private const long NoVersion = -1;

    /// <summary>Records submissions: those of one journey in order, different journeys side by side. One that is refused fails nobody else. The answers are in the same order.</summary>
    public async Task<IReadOnlyList<SubmissionOutcome>> RecordAsync(Caller caller, IReadOnlyList<Submission> submissions, string door, CancellationToken ct)
    {
        var outcomes = new SubmissionOutcome[submissions.Count];
        var journeys = Enumerable.Range(0, submissions.Count)
            .GroupBy(i => submissions[i].Journey is { } journey ? journey.ToString() : $"new {i}");
        await Parallel.ForEachAsync(journeys, new ParallelOptions { MaxDegreeOfParallelism = JourneysAtOnce, CancellationToken = ct }, async (journey, token) =>
        {
            int[] mine = [.. journey];
            try
            {
                foreach (var i in mine) outcomes[i] = await RecordAsync(caller, submissions[i], token);
            }
            finally
            {
                await LogAsync(caller, [.. mine.Where(i => outcomes[i] is not null).Select(i => (submissions[i], outcomes[i]))], door);
            }
        });
        return outcomes;
    }

    public async Task<SubmissionOutcome> RecordAsync(Caller caller, Submission submission, string door, CancellationToken ct) =>
        (await RecordAsync(caller, [submission], door, ct))[0];

    /// <summary>Who recorded and when stands in the fact itself and is durable with it; this adds the door, also when the sender has gone away meanwhile.</summary>
    private async Task LogAsync(Caller caller, IReadOnlyList<(Submission Sent, SubmissionOutcome Outcome)> done, string door)
    {
        var at = clock.GetUtcNow();
        AccessEntry[] entries = [.. from one in done
                                    let recorded = one.Outcome as SubmissionOutcome.Recorded
                                    where recorded is not null
                                    select new AccessEntry(at, caller, OperationOf(one.Sent.Fact), recorded.Journey, door, FactCatalogue.NameOf(one.Sent.Fact))];
        if (entries.Length > 0) await log.WriteAsync(entries, CancellationToken.None);
    }

    private static AccessOperation OperationOf(Fact fact) => fact is Corrected or Withdrawn ? AccessOperation.Alteration : AccessOperation.Collection;

    private async Task<SubmissionOutcome> RecordAsync(Caller caller, Submission submission, CancellationToken ct)
    {
        if (!MaySee.Record(caller, caller.Partnership))
            return Refused(new(Rule.NotPermitted, "You may not record contacts here.", "Ask the partnership's administrator."));
        if (Decide.Check(submission.Fact, LondonDay.Of(clock.GetUtcNow())) is { } wrong) return Refused(wrong);
        if (submission is { Journey: null, Fact: not JourneyOpened })
            return Refused(new(Rule.UnknownJourney, "The fact names no journey.", "Name the journey, or open one first with journey-opened.v1.", "journey"));
        return submission.Journey is { } journey
            ? await AppendAsync(caller, journey, submission, ct)
            : await AppendAsync(caller, await NewJourneyAsync(caller, submission, ct), submission, ct);
    }

    /// <summary>The same source and reference open the same journey again.</summary>
    private async Task<JourneyId> NewJourneyAsync(Caller caller, Submission submission, CancellationToken ct)
    {
        if (submission.Source is not { } source) return new JourneyId(Guid.NewGuid());
        return (await vault.FindOrOpenAsync(caller.Partnership, [new PersonKey(source.System, "opening/" + source.Reference)], ct))[0];
    }

    private async Task<SubmissionOutcome> AppendAsync(Caller caller, JourneyId journey, Submission submission, CancellationToken ct)
    {
        var fact = new NewFact(new FactId(Guid.CreateVersion7(clock.GetUtcNow())), submission.Fact, submission.Source, submission.SourceRecordedAt);
        for (var tries = 1; ; tries++)
        {
            var facts = await journal.ReadAsync(caller.Partnership, journey, upTo: null, ct);
            var refusal = Decide.OnJourney(submission.Fact, Known(submission.Fact, facts));
            if (refusal is not null && submission.Source is null) return Refused(refusal);
            var expected = refusal is not null ? NoVersion : submission.ExpectedVersion ?? VersionToHold(submission.Fact, facts);
            var outcome = await journal.AppendAsync(new Append(caller.Partnership, journey, caller.AsRecorder, [fact], expected), ct);
            switch (outcome)
            {
                case AppendOutcome.Accepted accepted:
                    return new SubmissionOutcome.Recorded(journey, accepted.Facts[0], accepted.Version);
                case AppendOutcome.Refused { Why.Rule: Rule.VersionConflict } when refusal is not null:
                    return Refused(refusal);
                case AppendOutcome.Refused { Why.Rule: Rule.VersionConflict } when submission.ExpectedVersion is null && tries < MostTries:
                    continue;
                case AppendOutcome.Refused refused:
                    return Refused(refused.Why);
            }
        }
    }

    /// <summary>A correction is judged by what can be read.</summary>
    private static IReadOnlyList<RecordedFact> Known(Fact fact, IReadOnlyList<RecordedFact> facts) =>
        fact is Corrected or Withdrawn && facts.Any(f => f.Unreadable is not null) ? [.. facts.Where(f => f.Unreadable is null)] : facts;

    /// <summary>What was decided by looking at the journey must still hold when it is recorded: corrections, and the opening.</summary>
    private static long? VersionToHold(Fact fact, IReadOnlyList<RecordedFact> facts) =>
        fact is Corrected or Withdrawn or JourneyOpened ? facts.Count == 0 ? 0 : facts[^1].Version : null;

    private static SubmissionOutcome.Refused Refused(Refusal why) => new(why);
}
