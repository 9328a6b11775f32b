using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way in which something is recorded of two journeys at once: on both or on neither, under one fact id.</summary>
public sealed class MergingDoor(IJournal journal, IIdentityVault vault, IAccessLog log, AccessBook access, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>From then on the two are read as one woman's.</summary>
    public Task<SubmissionOutcome> MergeAsync(
        Caller caller, JourneyId survivor, JourneyId merged, MergeReason why, Protected<string>? note, string door, CancellationToken ct) =>
        OnBothAsync(
            caller, survivor, async () =>
            {
                var journeys = await ReadAsync(caller, [survivor, merged], ct);
                return (DecideOnTwo.Merge(survivor, merged, journeys), journeys, new JourneysMerged(survivor, merged, why, note) { HappenedOn = Today }, merged);
            },
            door, ct);

    /// <summary>The merge was wrong: from then on they are read as two women's again.</summary>
    /// <param name="caller">Who says so.</param>
    /// <param name="merged">The journey that was merged into another.</param>
    /// <param name="why">The reason.</param>
    /// <param name="note">The same in words.</param>
    /// <param name="door">Which page, endpoint or verb.</param>
    /// <param name="ct">Cancels.</param>
    public Task<SubmissionOutcome> UnmergeAsync(Caller caller, JourneyId merged, CorrectionReason why, Protected<string>? note, string door, CancellationToken ct) =>
        OnBothAsync(
            caller, merged, async () =>
            {
                var journeys = await ReadAsync(caller, [merged], ct);
                return new Kindred(journeys).MergeOf(merged, null) is { Fact: JourneysMerged merge } recorded
                    ? (null, journeys, new JourneysUnmerged(recorded.Id, why, note) { HappenedOn = Today }, merge.Survivor)
                    : (NotMerged(merged, journeys), journeys, null, merged);
            },
            door, ct);

    /// <summary>Closes her journey here and opens one in another partnership. Who she is goes over; facts stay.</summary>
    /// <returns>The new journey, or why not.</returns>
    public async Task<SubmissionOutcome> MoveAsync(Caller caller, JourneyId journey, Partnership to, Protected<string>? note, string door, CancellationToken ct)
    {
        if (Refuse(caller) is { } refused) return new SubmissionOutcome.Refused(refused);
        if (to == caller.Partnership) return new SubmissionOutcome.Refused(new(Rule.Malformed, "She is in that partnership.", "Name another partnership."));
        var journeys = await ReadAsync(caller, [journey], ct);
        if (journeys[journey].Count == 0) return new SubmissionOutcome.Refused(new(Rule.UnknownJourney, $"There is no journey {journey} in this partnership.", "Check the journey's id."));
        if (new Kindred(journeys).WentTo(journey, null) is { } survivor)
            return new SubmissionOutcome.Refused(new(Rule.VersionConflict, $"Journey {journey} was merged into {survivor}.", $"Move {survivor}."));
        if (journeys[journey].Any(f => f.Unreadable is null && f.Fact is MovedPartnership { Direction: MoveDirection.To }))
            return new SubmissionOutcome.Refused(new(Rule.JourneyExists, $"Journey {journey} has been moved before.", "Look at its last record."));

        var (fact, there) = (NewId(), new JourneyId(Guid.NewGuid()));
        Append[] appends =
        [
            new(caller.Partnership, journey, caller.AsRecorder, [new NewFact(fact, new MovedPartnership(MoveDirection.To, to, there, note) { HappenedOn = Today })], journeys[journey][^1].Version),
            new(to, there, caller.AsRecorder,
                [new NewFact(NewId(), new JourneyOpened(OpenedBy.Hand) { HappenedOn = Today }), new NewFact(fact, new MovedPartnership(MoveDirection.From, caller.Partnership) { HappenedOn = Today })], 0),
        ];
        var outcome = await journal.AppendTogetherAsync(appends, CancellationToken.None);
        if (outcome is not AppendOutcome.Accepted accepted) return new SubmissionOutcome.Refused(((AppendOutcome.Refused)outcome).Why);
        var identity = await vault.GetAsync(caller.Partnership, journey, CancellationToken.None);
        if (identity is not null) await vault.PutAsync(to, there, identity, CancellationToken.None);
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Disclosure, journey, door, $"who she is, to {to}")], CancellationToken.None);
        return new SubmissionOutcome.Recorded(there, accepted.Facts[0], accepted.Version);
    }

    /// <summary>Looks, decides and appends, again when somebody else recorded meanwhile.</summary>
    private async Task<SubmissionOutcome> OnBothAsync(
        Caller caller, JourneyId first,
        Func<Task<(Refusal? Refusal, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> Journeys, Fact? Fact, JourneyId Second)>> look, string door, CancellationToken ct)
    {
        if (Refuse(caller) is { } refused) return new SubmissionOutcome.Refused(refused);
        for (var tries = 1; ; tries++)
        {
            ct.ThrowIfCancellationRequested();
            var began = Stopwatch.GetTimestamp();
            var (refusal, journeys, fact, second) = await look();
            if (refusal is { Rule: Rule.UnknownJourney }) await NotFoundPace.KeepAsync(began, ct);
            if (fact is null || refusal is not null) return new SubmissionOutcome.Refused(refusal!);
            var id = NewId();
            var outcome = await journal.AppendTogetherAsync(
                [.. new[] { first, second }.Select(j => new Append(caller.Partnership, j, caller.AsRecorder, [new NewFact(id, fact)], journeys[j][^1].Version))],
                CancellationToken.None);
            if (outcome is AppendOutcome.Accepted accepted)
            {
                var at = clock.GetUtcNow();
                await log.WriteAsync(
                    [.. new[] { first, second }.Select(j => new AccessEntry(at, caller, AccessOperation.Combination, j, door, FactCatalogue.NameOf(fact)))], CancellationToken.None);
                return new SubmissionOutcome.Recorded(first, accepted.Facts[0], accepted.Version);
            }

            var why = ((AppendOutcome.Refused)outcome).Why;
            if (why.Rule != Rule.VersionConflict || tries == MostTries) return new SubmissionOutcome.Refused(why);
        }
    }

    private async Task<IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>>> ReadAsync(Caller caller, IReadOnlyList<JourneyId> journeys, CancellationToken ct)
    {
        var read = new Dictionary<JourneyId, IReadOnlyList<RecordedFact>>();
        var known = await access.KnownToAsync(caller, journeys, ct);
        foreach (var journey in journeys)
        {
            if (read.ContainsKey(journey)) continue;
            read[journey] = [];
            if (!known.Contains(journey)) continue;
            foreach (var (kin, facts) in await Kin.ReadAsync(journal, caller.Partnership, journey, long.MaxValue, ct)) read[kin] = facts;
        }

        return read;
    }

    private static Refusal NotMerged(JourneyId journey, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> journeys) => journeys[journey].Count == 0
        ? new(Rule.UnknownJourney, $"There is no journey {journey} in this partnership.", "Check the journey's id.")
        : new(Rule.UnknownFactToCorrect, $"Journey {journey} is not merged into another.", "Name the journey that was merged, not the one that survived.");

    private static Refusal? Refuse(Caller caller) =>
        MaySee.Record(caller, caller.Partnership) ? null : new(Rule.NotPermitted, "You may not record anything here.", "Ask the partnership's administrator.");

    private DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    private FactId NewId() => new(Guid.CreateVersion7(clock.GetUtcNow()));
}
