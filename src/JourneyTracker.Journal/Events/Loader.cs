using System.Diagnostics;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Measuring;

namespace JourneyTracker.Journal.Events;

/// <summary>
/// Many appends, each journey's in order, in chunks of one transaction each, small enough that live readers are not held up behind one. A slice is written as
/// two chunks at once, each journey in one of them: while one waits for its commit the other has the server's processor.
/// </summary>
internal sealed class Loader(Preparation preparation, LoneAppender lone, LoadPace pace)
{
    private const int MostFacts = 4_000;
    private const int AtFirst = 1_000;

    /// <summary>A chunk smaller than this is not worth a transaction of its own.</summary>
    private const int WorthHalving = 200;

    public async Task<IReadOnlyList<AppendOutcome>> LoadAsync(IReadOnlyList<Append> appends, CancellationToken ct)
    {
        var outcomes = new AppendOutcome[appends.Count];
        var busy = new HashSet<JourneyId>();
        Task writing = Task.CompletedTask;
        var order = LoadOrder.Of(appends);
        await pace.BeginAsync(ct);
        for (var (start, next) = (0, 0); start < appends.Count; start = next)
        {
            // The first is small, for nobody writes while it is prepared.
            next = EndOf(appends, order, start, start == 0 ? Math.Min(AtFirst, pace.Facts) : pace.Facts);
            var slice = order[start..next];
            // The next slice is hashed and sealed while the one before is written.
            var prepared = await preparation.PrepareAsync([.. slice.Select(i => appends[i])], ct);
            await writing;
            writing = WriteAsync(slice, prepared, outcomes, busy, ct);
        }

        await writing;
        return outcomes;
    }

    private static int EndOf(IReadOnlyList<Append> appends, int[] order, int start, int facts)
    {
        var end = start;
        for (var taken = 0; end < order.Length && taken < facts; end++) taken += appends[order[end]].Facts.Count;
        return end;
    }

    private async Task WriteAsync(
        int[] slice, IReadOnlyList<(PreparedAppend? Ready, Refusal? Refused)> prepared, AppendOutcome[] outcomes, HashSet<JourneyId> busy, CancellationToken ct)
    {
        var (group, members) = (new AppendGroup(MostFacts), new List<int>());
        for (var i = 0; i < slice.Length; i++)
        {
            if (prepared[i].Refused is { } refused)
            {
                outcomes[slice[i]] = new AppendOutcome.Refused(refused);
                continue;
            }

            if (!group.TryAdd(prepared[i].Ready!))
            {
                await FlushAsync(group, members, outcomes, busy, ct);
                (group, members) = (new AppendGroup(MostFacts), []);
                group.TryAdd(prepared[i].Ready!);
            }

            members.Add(slice[i]);
        }

        await FlushAsync(group, members, outcomes, busy, ct);
        await pace.AfterAsync(slice.Max(i => outcomes[i] is AppendOutcome.Accepted { Facts: [.., var last] } ? last.Position : 0), ct);
    }

    /// <summary>Writes a group, without the journeys that were busy before it: what follows on one must not be recorded before what was turned away.</summary>
    private async Task FlushAsync(AppendGroup group, List<int> members, AppendOutcome[] outcomes, HashSet<JourneyId> busy, CancellationToken ct)
    {
        var waits = group.Appends.Select(a => busy.Contains(a.Journey)).ToArray();
        var going = waits.Contains(true) ? AppendGroup.Of(group.Appends.Where((_, i) => !waits[i])) : group;
        var answers = await AppendAsync(going, ct);
        var next = 0;
        for (var i = 0; i < members.Count; i++)
        {
            outcomes[members[i]] = waits[i] ? new AppendOutcome.Refused(Refusals.Busy) : answers[next++];
            if (outcomes[members[i]] is AppendOutcome.Refused { Why.Rule: Rule.Busy }) busy.Add(group.Appends[i].Journey);
        }
    }

    private async Task<IReadOnlyList<AppendOutcome>> AppendAsync(AppendGroup group, CancellationToken ct)
    {
        if (group.Appends.Count == 0) return [];
        // Made-up instants must stand in the order of the positions, across journeys too.
        if (group.FactCount < WorthHalving || group.Appends.Any(a => a.Facts.Any(f => f.RecordedAt is not null))) return await ChunkAsync(group, ct);
        var middle = group.Streams.Order().ElementAt(group.Streams.Count / 2);
        var lanes = Enumerable.Range(0, group.Appends.Count).ToLookup(i => group.Appends[i].Journey < middle);
        var outcomes = new AppendOutcome[group.Appends.Count];
        await Task.WhenAll(lanes.Select(async lane =>
        {
            var answers = await ChunkAsync(AppendGroup.Of(lane.Select(i => group.Appends[i])), ct);
            foreach (var (i, answer) in lane.Zip(answers)) outcomes[i] = answer;
        }));
        return outcomes;
    }

    private async Task<IReadOnlyList<AppendOutcome>> ChunkAsync(AppendGroup chunk, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        var answers = await lone.AppendAsync(chunk, ct);
        Meters.LoadChunk.RecordSince(begun);
        return answers;
    }
}
