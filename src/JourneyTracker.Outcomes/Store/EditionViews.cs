using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Store;

/// <summary>The editions of a store, each opened when it is first asked.</summary>
public sealed class EditionViews(OutcomesStore store) : IDisposable
{
    private readonly Dictionary<int, (OpenGeneration Open, DuckConnection Connection)> opened = [];

    public Editions Editions { get; } = store.Editions;

    /// <summary>The one that answers about a period; null when that is not published yet.</summary>
    /// <param name="runsUntil">The last day on which something that the question asks about may come about.</param>
    public OutcomeStoreView? About(PublishedPeriod period, DateOnly runsUntil) => Editions.About(period, runsUntil) is { } edition ? Of(edition) : null;

    /// <exception cref="QuestionException">Its file is not there.</exception>
    public OutcomeStoreView Of(Generation edition)
    {
        if (!opened.TryGetValue(edition.Number, out var there))
        {
            try
            {
                var open = store.Open(edition);
                opened[edition.Number] = there = (open, open.Connect());
            }
            catch (DuckException)
            {
                throw new QuestionException("What was published about this period has to be made again: that is done by the next ./journey outcomes build.");
            }
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
