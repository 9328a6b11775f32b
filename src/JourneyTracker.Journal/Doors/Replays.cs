using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Projections.Differences;

namespace JourneyTracker.Journal.Doors;

/// <summary>Lays out replays and their differences as one caller may see them.</summary>
internal static class Replays
{
    public static JourneyReplay? Of(OpenedJourney journey, Standpoint at)
    {
        if (journey.At(at) is not { } reading) return null;
        var entries = reading.Timeline.ToDictionary(e => e.Id);
        var effective = reading.Known.Happened.Facts.Where(f => entries.ContainsKey(f.Id)).Select(f => entries[f.Id]);
        return new JourneyReplay(reading, [.. effective], Steps(journey, at), FoldNames.All);
    }

    public static JourneyComparison? Compare(OpenedJourney journey, Standpoint from, Standpoint to)
    {
        if (journey.At(to) is not { } after) return null;
        var before = journey.At(from);
        var difference = JourneyDifference.Between(before?.Known ?? new KnownJourney(from.Position, from.Day, Replay.Of([])), after.Known);
        var entries = journey.EntriesAt(to.Position).Concat(journey.EntriesAt(from.Position)).DistinctBy(e => e.Id).ToDictionary(e => e.Id);
        return new JourneyComparison(
            before, after, difference,
            [.. difference.Facts.Where(f => entries.ContainsKey(f.Fact)).Select(f => new FactChanged(f.Change, entries[f.Fact], Since(entries[f.Fact], from, to)))],
            FoldNames.All);
    }

    private static IReadOnlyList<TimelineVersion> Since(TimelineEntry entry, Standpoint from, Standpoint to) =>
        [.. entry.Said.Where(s => s.Position > from.Position && s.Position <= to.Position)];

    private static IReadOnlyList<ReplayStep> Steps(OpenedJourney journey, Standpoint at)
    {
        var entries = new Dictionary<FactId, TimelineEntry>();
        foreach (var entry in journey.EntriesAt(at.Position))
            foreach (var said in entry.Said) entries[said.RecordedId] = entry;
        var steps = new List<ReplayStep>();
        var before = Stage.NotYetKnown;
        foreach (var fact in journey.RecordedBy(at.Position))
        {
            var about = fact.Fact is Withdrawn withdrawn ? withdrawn.Withdraws : fact.Id;
            if (!entries.TryGetValue(about, out var entry)) continue;
            var stage = StageAt(journey, at with { Position = fact.Position });
            steps.Add(new ReplayStep(fact.Position, KindOf(fact.Fact), entry, entry.Said.FirstOrDefault(s => s.RecordedId == fact.Id), before, stage));
            before = stage;
        }

        return steps;
    }

    private static StepKind KindOf(Fact fact) => fact switch
    {
        Corrected => StepKind.Corrected,
        Withdrawn => StepKind.Withdrawn,
        _ => StepKind.Recorded,
    };

    private static Stage StageAt(OpenedJourney journey, Standpoint at) =>
        JourneyFacts.Of(journey.Id, journey.Stored, at.Position) is { } facts ? new KnownJourney(at.Position, at.Day, facts.Replayed()).Status.On(at.Day) : Stage.NotYetKnown;
}
