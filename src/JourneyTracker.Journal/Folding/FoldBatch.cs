using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Journal.Folding;

/// <summary>Journeys folded together, to be written in one transaction. Keeps what is to be stored, not the facts.</summary>
/// <param name="after">Facts after this position are new.</param>
internal sealed class FoldBatch(long after)
{
    private readonly Dictionary<(Partnership, JourneyId), (FactId? By, bool Corrected)> _causes = [];

    public List<FoldedJourney> Folded { get; } = [];

    public List<FoldFailure> Failures { get; } = [];

    public void Add(JourneyFacts journey)
    {
        try
        {
            var folded = FoldedJourney.Of(journey);
            Folded.Add(folded);
            _causes[(journey.Partnership, journey.Journey)] = CauseOf(journey, folded.LooseCorrections);
            if (journey.Frozen is { } frozen) Failures.Add(new FoldFailure(journey.Partnership, journey.Journey, frozen.Position, frozen.Fact, frozen.What));
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            // A fold that fails is a fault of this version of the program: her rows stay as they are, everybody else's go on.
            var last = journey.Facts[^1];
            Failures.Add(new FoldFailure(journey.Partnership, journey.Journey, last.Position, last.Id, $"A fold failed: {wrong.Message}"));
        }
    }

    /// <summary>At most one line for each journey.</summary>
    /// <param name="before">The spells that are stored.</param>
    /// <param name="today">The London day up to which stages have been announced.</param>
    public List<FeedLine> Lines(IReadOnlyDictionary<(Partnership, JourneyId), List<Spell>> before, DateOnly today)
    {
        var lines = new List<FeedLine>();
        foreach (var journey in Folded)
        {
            var key = (journey.Partnership, journey.Journey);
            var (by, corrected) = _causes[key];
            if (FeedLine.Of(journey, before.TryGetValue(key, out var spells) ? spells : [], today, by, corrected) is { } line) lines.Add(line);
        }

        return lines;
    }

    private (FactId? By, bool Corrected) CauseOf(JourneyFacts journey, IReadOnlyList<RecordedFact> loose)
    {
        // Who may know of her is a revision too: boards on which she stands, or may stand now, are drawn anew.
        var corrected = journey.Facts.Any(f => f.Position > after && (f.Fact is AccessRule and not AccessOverridden || (f.Fact is Corrected or Withdrawn && !loose.Contains(f))));
        return (journey.Facts.Count == 0 ? null : journey.Facts.MaxBy(f => f.Position)!.Id, corrected);
    }
}
