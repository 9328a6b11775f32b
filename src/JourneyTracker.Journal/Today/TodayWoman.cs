using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Prompts;

namespace JourneyTracker.Journal.Today;

/// <summary>One woman as one caller may know her, to be asked for what she needs.</summary>
/// <param name="Opened">Her journey, and those that were merged with it, as far as the caller may see them.</param>
internal sealed record TodayWoman(OpenedJourney Opened)
{
    private Viewer Viewer => Opened.Viewer;

    private Caller Caller => Viewer.Caller;

    public JourneyId Journey => Opened.Id;

    public Partnership Partnership => Caller.Partnership;

    /// <summary>Each is written down when she is shown.</summary>
    public IEnumerable<JourneyId> Parts => Opened.Stored.Keys;

    public bool IsMine { get; } = Opened.Viewer.Access.IsWorkedWithBy(Opened.Viewer.Caller, Opened.Id, Opened.Viewer.Today);

    /// <summary>Whether she is one of the women the page begins with: those that sign-in names, or, where it names none, those on whose record the caller is named.</summary>
    private bool IsListed => Caller.Women.Count > 0 ? Caller.Women.Contains(Journey) : IsMine;

    /// <summary>Whether she is among the women that were asked for.</summary>
    public bool IsOf(TodayWhose whose) => whose switch
    {
        TodayWhose.Mine => IsListed,
        TodayWhose.Agency => !IsListed && (IsMine || Viewer.Access.Agencies.Contains(Caller.Agency)),
        _ => true,
    };

    /// <summary>Whether the page shows her to the caller at all: practitioners see their own women and their agency's.</summary>
    public bool IsForCaller => Caller.Role != Role.Practitioner || IsOf(TodayWhose.Mine) || IsOf(TodayWhose.Agency);

    /// <summary>What she needs somebody for today, of what is for the caller.</summary>
    public IReadOnlyList<Prompt> Today() => On(Viewer.Today, long.MaxValue);

    /// <summary>The same as it stood at an instant, by what was recorded by then.</summary>
    public IReadOnlyList<Prompt> At(DateTimeOffset then) =>
        On(LondonDay.Of(then), Opened.Opened.Values.SelectMany(facts => facts).Where(f => f.RecordedAt <= then).Select(f => f.Position).DefaultIfEmpty().Max());

    /// <summary>What counts of her by now of what the caller may see, as <see cref="OpenedJourney.SeenAt"/>.</summary>
    public (EffectiveJourney Journey, bool IsPart, bool LacksFacts)? Seen() => Opened.SeenAt(new Standpoint(Viewer.Today, Viewer.Now, long.MaxValue));

    private IReadOnlyList<Prompt> On(DateOnly day, long position)
    {
        if (Opened.SeenAt(new Standpoint(day, Viewer.Now, position)) is not { } seen) return [];
        var support = MaySee.Support(Caller, Journey, Viewer.Access, day);
        return [.. HerPrompts.On(seen.Journey, day).Where(p => p.Kind.IsFor(Caller, IsMine, support))];
    }

    /// <summary>Null when the caller may not know of her, or there is nothing to know.</summary>
    public static async Task<TodayWoman?> OpenAsync(IJournal journal, IProtectedValues values, Caller caller, JourneyId id, DateTimeOffset now, CancellationToken ct)
    {
        var stored = await Kin.ReadAsync(journal, caller.Partnership, id, long.MaxValue, ct);
        if (stored.Count == 0) return null;
        var viewer = await new AccessReading(values).ViewAsync(caller, id, stored, now, ct);
        if (viewer.Of(caller.Partnership) == Sight.NotFound) return null;
        var known = SeenFacts.Known(viewer, stored);
        return new TodayWoman(new OpenedJourney(viewer, id, null, stored[id], known, await SeenFacts.OpenAsync(values, viewer, known, ct)));
    }
}
