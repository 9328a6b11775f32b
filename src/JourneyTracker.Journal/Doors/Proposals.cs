using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Dates;

namespace JourneyTracker.Journal.Doors;

/// <summary>Works out what a fact would change, by laying it beside those on record.</summary>
internal static class Proposals
{
    /// <param name="journey">The journey as it stands.</param>
    /// <param name="at">From where it is looked at.</param>
    /// <param name="fact">The fact, with its protected values open.</param>
    /// <param name="stands">The journey on which it would stand.</param>
    public static JourneyProposal? Of(OpenedJourney journey, Standpoint at, Fact fact, JourneyId stands)
    {
        var then = at with { Position = at.Position + 1 };
        var with = With(journey, then, fact, stands);
        if (journey.At(at) is not { } before || with.At(then) is not { } after) return null;
        var changes = Matters(before.Status.Matters, after.Status.Matters).ToList();
        return new JourneyProposal(
            at.Day, before.Stage, after.Stage, !before.Status.Spells.SkipLast(1).SequenceEqual(after.Status.Spells.Take(Math.Max(0, before.Status.Spells.Count - 1))),
            changes, [.. Dates(DatesOf(journey, at), DatesOf(with, then))], StaysKnown(journey.Viewer.Caller, fact));
    }

    private static OpenedJourney With(OpenedJourney journey, Standpoint at, Fact fact, JourneyId stands)
    {
        var last = journey.Stored[stands][^1];
        var added = new RecordedFact(
            new FactId(Guid.NewGuid()), stands, last.Partnership, last.Version + 1, at.Position, at.KnownAt, journey.Viewer.Caller.AsRecorder, null, null, null, fact);
        return journey with { Own = stands == journey.Id ? [.. journey.Own, added] : journey.Own, Stored = Plus(journey.Stored, added), Opened = Plus(journey.Opened, added) };
    }

    private static IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> Plus(IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> facts, RecordedFact added) =>
        facts.ToDictionary(j => j.Key, j => j.Key == added.Journey ? [.. j.Value, added] : j.Value);

    /// <summary>A matter is known again by its kind and the fact that opened it.</summary>
    private static IEnumerable<MatterChange> Matters(IReadOnlyList<Matter> before, IReadOnlyList<Matter> after)
    {
        foreach (var was in before)
        {
            var now = after.FirstOrDefault(m => IsSame(m, was));
            if (now is null || now.Until != was.Until || !now.Phases.SequenceEqual(was.Phases)) yield return new(was, now);
        }

        foreach (var now in after.Where(m => !before.Any(was => IsSame(m, was)))) yield return new(null, now);
    }

    private static bool IsSame(Matter one, Matter other) => one.Kind == other.Kind && one.OpenedBy == other.OpenedBy;

    private static Dictionary<(FactId, string), (string Of, string Name, DateOnly Day)> DatesOf(OpenedJourney journey, Standpoint at)
    {
        var facts = (journey.SeenAt(at)?.Journey.Facts ?? []).Select(f => new HeldFact(f.Id, f.Fact)).OrderBy(f => f.Day).ToList();
        var dates = new Dictionary<(FactId, string), (string, string, DateOnly)>();
        foreach (var matter in HerDates.Of(facts, LawOfDay.Of(at.Day)))
            foreach (var date in matter.Answer.Dates) dates[(matter.Facts[0], date.Kind.Code)] = (matter.Title, date.Kind.Name, date.Actual);
        return dates;
    }

    private static IEnumerable<DateChange> Dates(
        Dictionary<(FactId, string), (string Of, string Name, DateOnly Day)> before, Dictionary<(FactId, string), (string Of, string Name, DateOnly Day)> after)
    {
        foreach (var (key, was) in before)
        {
            if (!after.TryGetValue(key, out var now)) yield return new(was.Of, was.Name, was.Day, null);
            else if (now.Day != was.Day) yield return new(now.Of, now.Name, was.Day, now.Day);
        }

        foreach (var (key, now) in after)
            if (!before.ContainsKey(key)) yield return new(now.Of, now.Name, null, now.Day);
    }

    private static bool StaysKnown(Caller caller, Fact fact) => (fact is Corrected corrected ? corrected.With : fact) switch
    {
        AccessLimited { To: { IsOpen: true } to } => to.Value.Any(r => r.Agency == caller.Agency && (r.Person is null || r.Person == caller.Person)),
        PersonBarred { Who: { IsOpen: true } who } => who.Value.Person != caller.Person,
        _ => true,
    };
}
