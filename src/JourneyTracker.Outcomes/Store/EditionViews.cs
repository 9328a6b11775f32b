using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;

namespace JourneyTracker.Outcomes.Store;

/// <summary>The editions of a store, each opened when it is first asked.</summary>
public sealed class EditionViews(OutcomesStore store) : IDisposable
{
    private readonly Dictionary<int, (OpenGeneration Open, DuckConnection Connection)> opened = [];

    public Editions Editions { get; } = store.Editions;

    /// <summary>The one that answers about a period; null when that is not published yet.</summary>
    /// <param name="runsUntil">The last day on which something that the question asks about may come about.</param>
    public OutcomeStoreView? About(PublishedPeriod period, DateOnly runsUntil) => Editions.About(period, runsUntil) is { } edition ? Of(edition) : null;

    public OutcomeStoreView Of(Generation edition)
    {
        if (!opened.TryGetValue(edition.Number, out var there))
        {
            var open = store.Open(edition);
            opened[edition.Number] = there = (open, open.Connect());
        }

        return new(edition, there.Connection) { Published = this };
    }

    public void Dispose()
    {
        foreach (var (open, connection) in opened.Values)
        {
            connection.Dispose();
            open.Dispose();
        }
    }
}
