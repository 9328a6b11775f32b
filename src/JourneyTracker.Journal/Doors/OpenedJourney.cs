using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Projections.Differences;

namespace JourneyTracker.Journal.Doors;

/// <summary>One journey, read for one caller whose reading was written down: to be looked at as of any position up to the one it was read at.</summary>
/// <param name="Viewer">Who reads, and what may be seen.</param>
/// <param name="Id">The journey.</param>
/// <param name="Name">Who she is, when the caller may know.</param>
/// <param name="Own">The journey's own facts, those too of which the caller may not know.</param>
/// <param name="Stored">Her facts and those of journeys that were merged with hers, as stored, without those of which the caller may not know.</param>
/// <param name="Opened">The same, with what the caller may see opened.</param>
internal sealed record OpenedJourney(
    Viewer Viewer,
    JourneyId Id,
    string? Name,
    IReadOnlyList<RecordedFact> Own,
    IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> Stored,
    IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> Opened)
{
    /// <summary>Null when nothing of it was on record by then.</summary>
    public JourneyReading? At(Standpoint at)
    {
        if (JourneyFacts.Of(Id, Stored, at.Position) is not { } readable) return null;
        var opened = OpenedAt(at.Position)!;
        var known = new KnownJourney(at.Position, at.Day, readable.Replayed());
        return new JourneyReading(
            Id, Name, at.Day, at.KnownAt, at.Position, Own.Last(f => f.Position <= at.Position).Version, known.Status,
            Timeline.Of(Viewer, opened.Facts, at.Day), (opened.Frozen ?? readable.Frozen)?.Position)
        {
            Known = known,
            WentTo = readable.WentTo,
            Merged = readable.Merged,
        };
    }

    /// <summary>Everything on record by then, whatever day it happened on, for what is said of single facts.</summary>
    public IReadOnlyList<TimelineEntry> EntriesAt(long position) => OpenedAt(position) is { } opened ? Timeline.Of(Viewer, opened.Facts, DateOnly.MaxValue) : [];

    /// <summary>Her facts in the order in which they were recorded.</summary>
    public IEnumerable<RecordedFact> RecordedBy(long position) => (OpenedAt(position)?.Facts ?? []).OrderBy(f => f.Position);

    /// <summary>What counted by then of what the caller may see, whether anything else did, and whether whole facts did; null when nothing was on record.</summary>
    public (EffectiveJourney Journey, bool IsPart, bool LacksFacts)? SeenAt(Standpoint at)
    {
        if (OpenedAt(at.Position)?.Replayed().UpTo(at.Day) is not { } happened) return null;
        var seen = new List<EffectiveFact>(happened.Facts.Count);
        var isPart = false;
        foreach (var fact in happened.Facts)
        {
            var portion = Shown(fact);
            if (portion is not null) seen.Add(fact with { Fact = portion });
            isPart |= portion is null || !portion.Equals(fact.Fact);
        }

        return (happened with { Facts = seen }, isPart, seen.Count < happened.Facts.Count);
    }

    /// <summary>What a fold may be given of a fact; null when nothing.</summary>
    private Fact? Shown(EffectiveFact fact)
    {
        var sight = (Sight)Math.Min((int)Viewer.Of(fact.First), (int)Viewer.Of(fact.Latest));
        return sight < Sight.InPart ? null : Viewer.Portion(fact.First, fact.Fact, sight);
    }

    private JourneyFacts? OpenedAt(long position) => JourneyFacts.Of(Id, Opened, position);
}

/// <summary>From where a journey is looked at.</summary>
/// <param name="Day">What had happened by this day counts.</param>
/// <param name="KnownAt">What was recorded by this instant counts.</param>
/// <param name="Position">The position of the journal at that instant.</param>
internal sealed record Standpoint(DateOnly Day, DateTimeOffset KnownAt, long Position);
