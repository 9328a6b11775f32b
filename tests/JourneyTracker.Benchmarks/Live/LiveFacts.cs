using System.Diagnostics;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Benchmarks.Live;

/// <summary>When a fact was asked to be recorded and when its commit was acknowledged, as <see cref="Stopwatch"/> counts.</summary>
internal sealed record Committed(Guid Journey, string To, long Asked, long Acknowledged);

/// <summary>Records facts at a steady rate, each of which moves a woman: she is arrested, and a little later diverted.</summary>
internal sealed class LiveFacts(IJournal journal, Partnership partnership)
{
    private static readonly Recorder Police = new("officer", "Police");
    private const int Between = 25;

    public async Task<IReadOnlyList<Committed>> RecordAsync(int perSecond, TimeSpan duration, CancellationToken ct)
    {
        var today = LondonDay.Of(TimeProvider.System.GetUtcNow());
        var women = new Queue<JourneyId>();
        var appending = new List<Task<Committed>>();
        var begun = Stopwatch.GetTimestamp();
        for (var n = 0; Stopwatch.GetElapsedTime(begun) < duration; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / perSecond) - Stopwatch.GetElapsedTime(begun);
            if (due > TimeSpan.Zero) await Task.Delay(due, ct);
            if (n % 2 == 1 && women.Count > Between)
            {
                appending.Add(AppendAsync(women.Dequeue(), new Diverted(DiversionScheme.LiaisonAndDiversion) { HappenedOn = today }, Stage.Diverted, ct));
                continue;
            }

            var newcomer = new JourneyId(Guid.NewGuid());
            women.Enqueue(newcomer);
            appending.Add(AppendAsync(newcomer, new Arrested("08") { HappenedOn = today }, Stage.UnderInvestigation, ct));
        }

        return await Task.WhenAll(appending);
    }

    private async Task<Committed> AppendAsync(JourneyId journey, Fact fact, Stage to, CancellationToken ct)
    {
        var asked = Stopwatch.GetTimestamp();
        var outcome = await journal.AppendAsync(new Append(partnership, journey, Police, [new NewFact(new FactId(Guid.CreateVersion7()), fact)]), ct);
        var acknowledged = Stopwatch.GetTimestamp();
        return outcome is AppendOutcome.Accepted
            ? new Committed(journey.Value, to.Code(), asked, acknowledged)
            : throw new InvalidOperationException($"A fact of the bench was refused: {((AppendOutcome.Refused)outcome).Why.What}");
    }
}
