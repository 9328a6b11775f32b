using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>Through the journal, as a door does.</summary>
internal sealed class OurAppender(IJournal journal, Func<Fact, Fact>? change = null) : IAppender
{
    private readonly AppendMix mix = new();

    public async Task AppendAsync(CancellationToken ct)
    {
        var (journey, which) = mix.Next();
        var fact = change is null ? AppendMix.Facts[which] : change(AppendMix.Facts[which]);
        var outcome = await journal.AppendAsync(new Append(AppendMix.Partnership, journey, AppendMix.Recorder, [AppendMix.New(fact)]), ct);
        if (outcome is not AppendOutcome.Accepted) throw new InvalidOperationException($"A fact was not taken: {outcome}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
