using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Journal.Folding;

/// <summary>A board message that has no position yet.</summary>
internal sealed record FeedLine(Partnership Partnership, JourneyId Journey, BoardMessageKind Kind, Stage From, Stage To, DateOnly Day, FactId? By)
{
    /// <summary>
    /// At most one line for a journey in one fold: the net change of today's stage, else that its past was revised, else none.
    /// </summary>
    /// <param name="journey">The journey as it is now.</param>
    /// <param name="before">Its spells as they were stored; empty when it was not yet known.</param>
    /// <param name="today">The London day up to which stages have been announced.</param>
    /// <param name="by">The last of the facts that are new.</param>
    /// <param name="corrected">Whether one of them took effect as a correction or a withdrawal.</param>
    public static FeedLine? Of(FoldedJourney journey, IReadOnlyList<Spell> before, DateOnly today, FactId? by, bool corrected)
    {
        var (was, now) = (SpellOn(before, today), SpellOn(journey.Spells, today));
        var (from, to) = (was?.Stage ?? Stage.NotYetKnown, now?.Stage ?? Stage.NotYetKnown);
        if (from != to) return Line(BoardMessageKind.Moved);
        if (now is null) return null;
        return corrected || !SamePast(before, journey.Spells, today) ? Line(BoardMessageKind.Revised) : null;

        FeedLine Line(BoardMessageKind kind) => new(journey.Partnership, journey.Journey, kind, from, to, now?.From ?? today, by);
    }

    /// <summary>Her spell on the board; null when she is not on it: not yet known, or no justice agency has recorded anything about her (safeguards S10).</summary>
    private static Spell? SpellOn(IReadOnlyList<Spell> spells, DateOnly day)
    {
        for (var i = spells.Count - 1; i >= 0; i--)
            if (spells[i].From <= day) return i == 0 && spells[i].By is null ? null : spells[i];
        return null;
    }

    private static bool SamePast(IReadOnlyList<Spell> before, IReadOnlyList<Spell> after, DateOnly today) =>
        Past(before, today).SequenceEqual(Past(after, today));

    private static IEnumerable<(Stage Stage, DateOnly From)> Past(IReadOnlyList<Spell> spells, DateOnly today) =>
        spells.Where(s => s.From <= today).Select(s => (s.Stage, s.From));
}
