using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Folding;

namespace JourneyTracker.Journal.Doors;

/// <summary>Finds the moment that somebody asks for among her facts, and lays it out.</summary>
/// <param name="journey">Read for one caller.</param>
/// <param name="now">What is not said is asked for now.</param>
/// <param name="positionAt">Where the journal stood at an instant; at the end for null.</param>
internal sealed class Stepping(OpenedJourney journey, DateTimeOffset now, Func<DateTimeOffset?, Task<long>> positionAt)
{
    public Task<SteppedReplay> OfAsync(ReplayAsked asked) => asked.Order == ReplayOrder.Recorded ? RecordedAsync(asked) : HappenedAsync(asked);

    private async Task<SteppedReplay> HappenedAsync(ReplayAsked asked)
    {
        var instant = asked.KnownAt ?? now;
        var position = await positionAt(asked.KnownAt);
        var places = Effective(position);
        var day = Chosen(places, asked.Step)?.Day ?? asked.AsAt ?? LondonDay.Of(instant);
        var at = asked.Step is { } step && places.Count > 0 ? Math.Clamp(step, 1, places.Count) : places.Count(p => p.Day <= day);
        return Of(new Standpoint(day, instant, position), asked.Order, places, at);
    }

    private async Task<SteppedReplay> RecordedAsync(ReplayAsked asked)
    {
        var places = Recorded();
        var chosen = Chosen([.. places.Select(p => p.Place)], asked.Step)?.RecordedAt ?? asked.KnownAt;
        var position = await positionAt(chosen);
        var at = asked.Step is { } step && places.Count > 0 ? Math.Clamp(step, 1, places.Count) : places.Count(p => p.Position <= position);
        return Of(new Standpoint(asked.AsAt ?? LondonDay.Of(chosen ?? now), chosen ?? now, position), asked.Order, [.. places.Select(p => p.Place)], at) is var replay && at > 0
            ? replay with { Before = journey.At(new Standpoint(replay.AsAt, replay.KnownAt, places[at - 1].Position - 1))?.Stage ?? Domain.Matters.Stage.NotYetKnown }
            : replay;
    }

    private SteppedReplay Of(Standpoint at, ReplayOrder order, IReadOnlyList<ReplayPlace> places, int reached)
    {
        var later = journey.RecordedBy(long.MaxValue).Count(f => f.Position > at.Position);
        return new SteppedReplay(journey.Id, at.Day, at.KnownAt, at.Position, Known(at), order, places, reached, later, null);
    }

    private KnownReplay? Known(Standpoint at)
    {
        if (journey.At(at) is not { } reading) return null;
        var entries = reading.Timeline.ToDictionary(e => e.Id);
        return new KnownReplay(reading, [.. reading.Known.Happened.Facts.Where(f => entries.ContainsKey(f.Id)).Select(f => entries[f.Id])], FoldNames.All);
    }

    /// <summary>What counts, later days too, in the order in which it happened.</summary>
    private List<ReplayPlace> Effective(long position)
    {
        var entries = journey.EntriesAt(position).ToDictionary(e => e.Id);
        return journey.At(new Standpoint(DateOnly.MaxValue, now, position)) is not { } reading ? []
            : [.. reading.Known.Known.Facts.Where(f => entries.ContainsKey(f.Id)).Select(f => new ReplayPlace(StepKind.Recorded, entries[f.Id], entries[f.Id].Now, entries[f.Id].Now.RecordedAt))];
    }

    /// <summary>Everything that was ever recorded, in that order; not what the caller may only know to exist, for a step there would tell the minute.</summary>
    private List<(long Position, ReplayPlace Place)> Recorded()
    {
        var entries = new Dictionary<FactId, TimelineEntry>();
        foreach (var entry in journey.EntriesAt(long.MaxValue).Where(e => e.Sight >= Sight.InPart))
            foreach (var said in entry.Said) entries[said.RecordedId] = entry;
        return [.. from fact in journey.RecordedBy(long.MaxValue)
                   let about = fact.Fact is Withdrawn withdrawn ? withdrawn.Withdraws : fact.Id
                   where entries.ContainsKey(about)
                   let said = entries[about].Said.FirstOrDefault(s => s.RecordedId == fact.Id) ?? entries[about].Now
                   select (fact.Position, new ReplayPlace(KindOf(fact.Fact), entries[about], said, fact.RecordedAt))];
    }

    private static ReplayPlace? Chosen(IReadOnlyList<ReplayPlace> places, int? step) => step is { } number && places.Count > 0 ? places[Math.Clamp(number, 1, places.Count) - 1] : null;

    private static StepKind KindOf(Fact fact) => fact switch
    {
        Corrected => StepKind.Corrected,
        Withdrawn => StepKind.Withdrawn,
        _ => StepKind.Recorded,
    };
}
