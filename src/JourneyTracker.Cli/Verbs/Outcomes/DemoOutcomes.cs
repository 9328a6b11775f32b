using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>The evaluator's store of the demonstration, made beside the running server once a day, so that nobody waits for it.</summary>
internal static class DemoOutcomes
{
    public static async Task BuildAsync(JourneyDatabase database, OutcomesStore store, Partnership partnership, Action<string> say, CancellationToken ct)
    {
        if (store.CanTakeOver && store.Outdated.Count == 0 && store.Editions.Latest is not null && LondonDay.Of(store.Standing()!.BuiltAt) == LondonDay.Of(TimeProvider.System.GetUtcNow())) return;
        try
        {
            var evaluator = new Caller("demo", "Demonstration", Caller.AtTheMachine, Role.Evaluator, partnership);
            var (generation, _) = await Task.Run(() => StoreBuild.RunAsync(database, store, evaluator, whole: false, "journey demo", _ => { }, ct), ct);
            say($"Outcomes can be asked of {generation.Women:n0} women: ./journey outcomes, or /api/outcomes.");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The demonstration ended before it was made: the next one makes it.
        }
    }
}
