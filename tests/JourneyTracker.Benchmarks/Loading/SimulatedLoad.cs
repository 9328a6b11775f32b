using JourneyTracker.Cli.Simulation;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Benchmarks.Loading;

/// <summary>Simulated facts as an import would bring them: one append for each, in the order of recording, with references and without instants.</summary>
internal static class SimulatedLoad
{
    public static readonly Partnership Partnership = new("loaded");
    private static readonly DateOnly Until = new(2026, 1, 1);

    /// <param name="journeys">How many women.</param>
    /// <param name="seed">Another seed, other women.</param>
    public static IReadOnlyList<Append> Of(int journeys, int seed = 1)
    {
        var history = new History(Rates.Load(), seed, journeys, 10, Until);
        var facts = Enumerable.Range(0, journeys).Select(history.Woman).SelectMany(w => w.Facts.Select(f => (w.Journey, f.By, f.Fact))).OrderBy(f => f.Fact.RecordedAt);
        return [.. facts.Select(f => new Append(Partnership, f.Journey, f.By, [f.Fact with { RecordedAt = null }]))];
    }
}
