using System.Runtime.CompilerServices;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// Records one caller's submissions on one journey, in order. Her facts are read once and carried on in memory, and read again only when somebody else has recorded on
/// her journey meanwhile. What need not look at them goes into the journal together; each submission is answered as if it had come alone.
/// </summary>
internal sealed class JourneyRecorder(IJournal journal, Caller caller, JourneyId journey, TimeProvider clock)
{
    private const int MostTogether = 200;
    private const int MostTries = 5;

    /// <summary>A version no journey has: an append that expects it can only be a repeat or a conflict.</summary>
    private const long NoVersion = -1;

    private List<RecordedFact>? known;

    /// <summary>The answers, in order, as they become certain.</summary>
    public async IAsyncEnumerable<SubmissionOutcome> RecordAsync(IReadOnlyList<Submission> submissions, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var (start, end) = (0, 0); start < submissions.Count; start = end)
        {
            ct.ThrowIfCancellationRequested();
            end = EndOfTogether(submissions, start, await KnownAsync(ct));
            var together = submissions.Take(start..end).ToList();
            if (together.Count > 1 && await TogetherAsync(together) is { } outcomes)
            {
                foreach (var outcome in outcomes) yield return outcome;
                continue;
            }

            foreach (var submission in together) yield return await AloneAsync(submission, ct);
        }
    }

    /// <summary>Facts whose fate hangs on none of their neighbours go together; at least one.</summary>
    private static int EndOfTogether(IReadOnlyList<Submission> submissions, int start, List<RecordedFact> facts)
    {
        var end = start;
        while (end < submissions.Count && end - start < MostTogether && facts.Count > 0 && !Looks(submissions[end].Fact) && submissions[end].ExpectedVersion is null) end++;
        return Math.Max(end, start + 1);
    }

    /// <summary>Null when not all were accepted; then none was recorded.</summary>
    private async Task<IReadOnlyList<SubmissionOutcome>?> TogetherAsync(IReadOnlyList<Submission> submissions) =>
        await AppendAsync(submissions, null) is AppendOutcome.Accepted accepted ? Answers(submissions, accepted) : null;

    private async Task<SubmissionOutcome> AloneAsync(Submission submission, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var facts = await KnownAsync(ct);
            var refusal = Decide.OnJourney(submission.Fact, Legible(submission.Fact, facts));
            if (refusal?.Rule == Rule.UnknownFactToCorrect && Kindred.Has(facts)) refusal = await OfKinAsync(submission.Fact, facts, ct) ?? refusal;
            refusal ??= WhoCorrects.Refuse(caller, submission.Fact, facts);
            if (refusal is not null && submission.Source is null) return new SubmissionOutcome.Refused(refusal);
            var expected = refusal is not null ? NoVersion : submission.ExpectedVersion ?? VersionToHold(submission.Fact, facts);
            switch (await AppendAsync([submission], expected))
            {
                case AppendOutcome.Accepted accepted:
                    return Answers([submission], accepted)[0];
                case AppendOutcome.Refused { Why.Rule: Rule.VersionConflict } when refusal is not null:
                    return new SubmissionOutcome.Refused(refusal);
                case AppendOutcome.Refused { Why.Rule: Rule.VersionConflict } when submission.ExpectedVersion is null && tries < MostTries:
                    known = null;
                    continue;
                case AppendOutcome.Refused refused:
                    return new SubmissionOutcome.Refused(refused.Why);
            }
        }
    }

    /// <summary>What stands on a journey that was merged with this one is corrected there, so that it stays right when they are parted again.</summary>
    private async Task<Refusal?> OfKinAsync(Fact fact, List<RecordedFact> facts, CancellationToken ct)
    {
        var target = fact switch { Corrected c => c.Replaces, Withdrawn w => w.Withdraws, ProcessingRestricted r => r.Restricts, RestrictionLifted l => l.Restriction, _ => null };
        var kin = await Kin.WithAsync(journal, facts, long.MaxValue, ct);
        return kin.Values.SelectMany(k => k).FirstOrDefault(f => f.Id == target && f.Journey != journey) is { } there
            ? new(Rule.UnknownFactToCorrect, $"That fact stands on journey {there.Journey}, which was merged with this one.", $"Send it to journey {there.Journey}.", "journey")
            : null;
    }

    /// <summary>Its answer is awaited also when the sender has gone away: what was recorded must be known to whoever writes down the door.</summary>
    private async Task<AppendOutcome> AppendAsync(IReadOnlyList<Submission> submissions, long? expected)
    {
        NewFact[] facts = [.. submissions.Select(s => new NewFact(new FactId(Guid.CreateVersion7(clock.GetUtcNow())), s.Fact, s.Source, s.SourceRecordedAt))];
        return await journal.AppendAsync(new Append(caller.Partnership, journey, caller.AsRecorder, facts, expected), CancellationToken.None);
    }

    /// <summary>Each is told the version as it was after its own fact.</summary>
    private SubmissionOutcome[] Answers(IReadOnlyList<Submission> submissions, AppendOutcome.Accepted accepted)
    {
        var version = accepted.Version - accepted.Facts.Count(f => !f.Repeated);
        if (known is { } facts && VersionOf(facts) != version) known = null;
        var answers = new SubmissionOutcome[submissions.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var placed = accepted.Facts[i];
            if (!placed.Repeated) known?.Add(AsRecorded(submissions[i].Fact, placed, ++version));
            answers[i] = new SubmissionOutcome.Recorded(journey, placed, version);
        }

        return answers;
    }

    /// <summary>Enough of it to decide by.</summary>
    private RecordedFact AsRecorded(Fact fact, Placed placed, long version) =>
        new(placed.Id, journey, caller.Partnership, version, placed.Position, clock.GetUtcNow(), caller.AsRecorder, null, null, null, fact);

    private async Task<List<RecordedFact>> KnownAsync(CancellationToken ct) =>
        known ??= [.. await journal.ReadAsync(caller.Partnership, journey, upTo: null, ct)];

    /// <summary>A correction is judged by what can be read.</summary>
    private static IReadOnlyList<RecordedFact> Legible(Fact fact, List<RecordedFact> facts) =>
        fact is Corrected or Withdrawn or ProcessingRestricted or RestrictionLifted && facts.Exists(f => f.Unreadable is not null) ? facts.FindAll(f => f.Unreadable is null) : facts;

    /// <summary>What was decided by looking at the journey must still hold when it is recorded.</summary>
    private static long? VersionToHold(Fact fact, List<RecordedFact> facts) => Looks(fact) ? VersionOf(facts) : null;

    /// <summary>Corrections and the opening are decided by what else is on record.</summary>
    private static bool Looks(Fact fact) => fact is Corrected or Withdrawn or JourneyOpened or ProcessingRestricted or RestrictionLifted or BarLifted;

    private static long VersionOf(List<RecordedFact> facts) => facts.Count == 0 ? 0 : facts[^1].Version;
}
