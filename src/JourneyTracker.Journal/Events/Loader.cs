using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Events;

/// <summary>Many appends in order, in chunks of one transaction each, small enough that live readers are not held up behind one.</summary>
internal sealed class Loader(Preparation preparation, LoneAppender lone)
{
    private const int MostFacts = 2_000;

    public async Task<IReadOnlyList<AppendOutcome>> LoadAsync(IReadOnlyList<Append> appends, CancellationToken ct)
    {
        var outcomes = new AppendOutcome[appends.Count];
        Task writing = Task.CompletedTask;
        foreach (var slice in Enumerable.Range(0, appends.Count).Chunk(MostFacts))
        {
            // The next slice is hashed and sealed while the one before is written.
            var prepared = await preparation.PrepareAsync([.. slice.Select(i => appends[i])], ct);
            await writing;
            writing = WriteAsync(slice, prepared, outcomes, ct);
        }

        await writing;
        return outcomes;
    }

    private async Task WriteAsync(
        int[] slice, IReadOnlyList<(PreparedAppend? Ready, Refusal? Refused)> prepared, AppendOutcome[] outcomes, CancellationToken ct)
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
                await FlushAsync(group, members, outcomes, ct);
                (group, members) = (new AppendGroup(MostFacts), []);
                group.TryAdd(prepared[i].Ready!);
            }

            members.Add(slice[i]);
        }

        await FlushAsync(group, members, outcomes, ct);
    }

    private async Task FlushAsync(AppendGroup group, List<int> members, AppendOutcome[] outcomes, CancellationToken ct)
    {
        if (members.Count == 0) return;
        var answers = await lone.AppendAsync(group, ct);
        for (var i = 0; i < members.Count; i++) outcomes[members[i]] = answers[i];
    }
}
