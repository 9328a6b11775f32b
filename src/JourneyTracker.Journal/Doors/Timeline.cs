using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>Lays recorded facts out as a timeline for one caller.</summary>
internal static class Timeline
{
    /// <summary>The stored name shown for a fact of which the caller may only know that it exists.</summary>
    public const string HiddenName = "hidden";

    /// <param name="viewer">Who reads, and what may be seen.</param>
    /// <param name="facts">The journey's facts in version order, those the caller may see opened.</param>
    /// <param name="asAt">Only what had happened by that day.</param>
    /// <returns>Newest first.</returns>
    public static IReadOnlyList<TimelineEntry> Of(Viewer viewer, IReadOnlyList<RecordedFact> facts, DateOnly asAt)
    {
        var chains = new Dictionary<FactId, Chain>();
        var order = new List<Chain>();
        var restrictions = new Restrictions();
        foreach (var fact in facts)
        {
            restrictions.Take(fact);
            switch (fact.Fact)
            {
                case Corrected correction when chains.TryGetValue(correction.Replaces, out var corrected):
                    corrected.Said.Add((fact, correction.With, correction.Why));
                    chains[fact.Id] = corrected;
                    break;
                case Withdrawn withdrawal when chains.TryGetValue(withdrawal.Withdraws, out var withdrawn):
                    withdrawn.WithdrawnBy = fact;
                    break;
                case Corrected or Withdrawn:
                    break;
                default:
                    var begun = new Chain(fact);
                    chains[fact.Id] = begun;
                    order.Add(begun);
                    break;
            }
        }

        foreach (var chain in order) chain.IsRestricted = restrictions.Of(chain.First, id => chains.GetValueOrDefault(id)?.First.Id) is not null;
        return [.. order
            .Where(c => c.Latest.HappenedOn.Day <= asAt)
            .OrderByDescending(c => c.Latest.HappenedOn.Day)
            .ThenByDescending(c => c.Latest.HappenedOn.Time)
            .ThenByDescending(c => FactCatalogue.Of(c.Latest).Precedence)
            .ThenByDescending(c => c.First.Version)
            .Select(c => c.ToEntry(viewer))];
    }

    private sealed class Chain(RecordedFact first)
    {
        public RecordedFact First { get; } = first;

        public List<(RecordedFact Recorded, Fact Fact, CorrectionReason? Why)> Said { get; } = [(first, first.Fact, null)];

        public RecordedFact? WithdrawnBy { get; set; }

        public bool IsRestricted { get; set; }

        public Fact Latest => Said[^1].Fact;

        public TimelineEntry ToEntry(Viewer viewer)
        {
            var sight = IsRestricted && viewer.Caller.Role != Role.Auditor ? Sight.Masked : Said.Min(s => viewer.Of(s.Recorded));
            var isShown = sight >= Sight.InPart;
            return new TimelineEntry(First.Id, [.. Said.Select(s => Version(viewer, s.Recorded, s.Fact, s.Why, sight))], WithdrawnBy is not null,
                isShown ? WithdrawnBy?.RecordedAt : null, isShown ? (WithdrawnBy?.Fact as Withdrawn)?.Why : null, isShown ? WithdrawnBy?.RecordedBy : null, IsRestricted, sight);
        }

        /// <summary>Of what is hidden only the day is told, and of attendance only that: who recorded it, and at what minute, can say as much as the fact itself.</summary>
        private static TimelineVersion Version(Viewer viewer, RecordedFact recorded, Fact fact, CorrectionReason? why, Sight sight)
        {
            var shown = viewer.Portion(recorded, fact, sight) is { } portion ? Disclosures.Without(portion) : null;
            var name = shown is null ? HiddenName : FactCatalogue.NameOf(shown);
            return sight >= Sight.InPart
                ? new(recorded.Id, recorded.Position, name, fact.HappenedOn, recorded.RecordedAt, recorded.RecordedBy, recorded.Source, shown, why)
                : new(recorded.Id, recorded.Position, name, DayOf(fact.HappenedOn), LondonDay.StartOf(LondonDay.Of(recorded.RecordedAt)), null, null, shown, null);
        }

        private static HappenedOn DayOf(HappenedOn on) => on.Precision == Precision.Time ? HappenedOn.OnDay(on.Day) : on;
    }
}
