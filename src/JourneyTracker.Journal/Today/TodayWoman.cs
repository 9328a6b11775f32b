using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Prompts;

namespace JourneyTracker.Journal.Today;

/// <summary>One woman as one caller may know her, to be asked for what she needs.</summary>
/// <param name="Journey">Her journey.</param>
/// <param name="Parts">It, and those that were merged with it: each is written down when she is shown.</param>
/// <param name="Viewer">Who looks.</param>
/// <param name="Seen">What the caller may see of what counts.</param>
internal sealed record TodayWoman(JourneyId Journey, IReadOnlyList<JourneyId> Parts, Viewer Viewer, EffectiveJourney Seen)
{
    private Caller Caller => Viewer.Caller;

    public bool IsMine { get; } = Viewer.Access.IsWorkedWithBy(Viewer.Caller, Journey, Viewer.Today);

    /// <summary>Whether she is one of the women the page begins with: those that sign-in names, or, where it names none, those on whose record the caller is named.</summary>
    private bool IsListed => Caller.Women.Count > 0 ? Caller.Women.Contains(Journey) : IsMine;

    /// <summary>Whether she is among the women that were asked for.</summary>
    public bool IsOf(TodayWhose whose) => whose switch
    {
        TodayWhose.Mine => IsListed,
        TodayWhose.Agency => !IsListed && (IsMine || Viewer.Access.Agencies.Contains(Caller.Agency)),
        _ => true,
    };

    /// <summary>What she needs somebody for on a day, of what is for the caller.</summary>
    public IReadOnlyList<Prompt> On(DateOnly day)
    {
        var support = MaySee.Support(Caller, Journey, Viewer.Access, day);
        return [.. HerPrompts.On(Seen, day).Where(p => p.Kind.IsFor(Caller, IsMine, support))];
    }

    /// <summary>Null when the caller may not know of her, or there is nothing to know.</summary>
    public static async Task<TodayWoman?> OpenAsync(IJournal journal, IProtectedValues values, Caller caller, JourneyId id, DateTimeOffset now, CancellationToken ct)
    {
        var stored = await Kin.ReadAsync(journal, caller.Partnership, id, long.MaxValue, ct);
        if (stored.Count == 0) return null;
        var viewer = await new AccessReading(values).ViewAsync(caller, id, stored, now, ct);
        if (viewer.Of(caller.Partnership) == Sight.NotFound) return null;
        var known = SeenFacts.Known(viewer, stored);
        var opened = new OpenedJourney(viewer, id, null, stored[id], known, await SeenFacts.OpenAsync(values, viewer, known, ct));
        return opened.SeenAt(new Standpoint(viewer.Today, now, long.MaxValue)) is { } seen ? new TodayWoman(id, [.. stored.Keys], viewer, seen.Journey) : null;
    }
}
