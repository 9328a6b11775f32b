using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way in which people and programs record facts: asks whether they may, decides, appends, and writes down through which door it came.</summary>
public sealed class RecordingDoor(IJournal journal, IIdentityVault vault, IAccessLog log, AccessBook access, TimeProvider clock)
{
    private const int JourneysAtOnce = 64;

    /// <summary>Records submissions: those of one journey in order, different journeys side by side. One that is refused fails nobody else. The answers are in the same order.</summary>
    public async Task<IReadOnlyList<SubmissionOutcome>> RecordAsync(Caller caller, IReadOnlyList<Submission> submissions, string door, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var outcomes = new SubmissionOutcome[submissions.Count];
        var hidden = await access.HiddenFromAsync(caller, ct);
        var journeys = Enumerable.Range(0, submissions.Count)
            .GroupBy(i => submissions[i].Journey is { } journey ? journey.ToString() : $"new {i}");
        await Parallel.ForEachAsync(journeys, new ParallelOptions { MaxDegreeOfParallelism = JourneysAtOnce, CancellationToken = ct }, async (journey, token) =>
        {
            int[] mine = [.. journey];
            try
            {
                await RecordAsync(caller, submissions, mine, outcomes, hidden, token);
            }
            finally
            {
                await LogAsync(caller, [.. mine.Where(i => outcomes[i] is not null).Select(i => (submissions[i], outcomes[i]))], door);
            }
        });
        if (Array.Exists(outcomes, o => o is SubmissionOutcome.Refused { Why.Rule: Rule.UnknownJourney })) await NotFoundPace.KeepAsync(began, ct);
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

    /// <summary>Records what was submitted on one journey.</summary>
    private async Task RecordAsync(Caller caller, IReadOnlyList<Submission> submissions, int[] hers, SubmissionOutcome[] outcomes, IReadOnlySet<JourneyId> hidden, CancellationToken ct)
    {
        var today = LondonDay.Of(clock.GetUtcNow());
        var sound = new List<int>(hers.Length);
        foreach (var i in hers)
        {
            if (Check(caller, submissions[i], today, hidden) is { } why) outcomes[i] = new SubmissionOutcome.Refused(why);
            else sound.Add(i);
        }

        if (sound.Count == 0) return;
        var first = submissions[sound[0]];
        if (first.Journey is { } named && MaySee.IsKeptFromSupportAlone(caller) && await access.IsKeptFromAsync(caller, named, ct))
        {
            foreach (var i in sound) outcomes[i] = new SubmissionOutcome.Refused(Decide.NoSuchJourney);
            return;
        }

        var recorder = new JourneyRecorder(journal, caller, first.Journey ?? await NewJourneyAsync(caller, first, ct), clock);
        var next = 0;
        await foreach (var outcome in recorder.RecordAsync([.. sound.Select(i => submissions[i])], ct)) outcomes[sound[next++]] = outcome;
    }

    /// <summary>What is wrong with it before anybody looks at the journey; null when nothing is.</summary>
    private static Refusal? Check(Caller caller, Submission submission, DateOnly today, IReadOnlySet<JourneyId> hidden)
    {
        if (!MaySee.Record(caller, caller.Partnership)) return new(Rule.NotPermitted, "You may not record contacts here.", "Ask the partnership's administrator.");
        if (Decide.Check(submission.Fact, today) is { } wrong) return wrong;
        if (submission.Journey is { } journey && hidden.Contains(journey)) return Decide.NoSuchJourney;
        return submission is { Journey: null, Fact: not JourneyOpened }
            ? new(Rule.UnknownJourney, "The fact names no journey.", "Name the journey, or open one first with journey-opened.v1.", "journey")
            : null;
    }

    /// <summary>The same source and reference open the same journey again.</summary>
    private async Task<JourneyId> NewJourneyAsync(Caller caller, Submission submission, CancellationToken ct)
    {
        if (submission.Source is not { } source) return new JourneyId(Guid.NewGuid());
        return (await vault.FindOrOpenAsync(caller.Partnership, [new PersonKey(source.System, "opening/" + source.Reference)], ct))[0];
    }
}
