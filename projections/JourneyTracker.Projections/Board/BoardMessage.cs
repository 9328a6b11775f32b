using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Projections.Board;

/// <summary>One line of the board feed. Carries no case data: the page asks for what its user may see.</summary>
/// <param name="Position">Where it stands in the feed: growing, without holes.</param>
/// <param name="Partnership">Whose board it is for.</param>
/// <param name="Journey">Whose journey it is.</param>
/// <param name="Kind">Why it was sent.</param>
/// <param name="From">Today's stage before; equal to <paramref name="To"/> when only the past was revised.</param>
/// <param name="To">Today's stage now.</param>
/// <param name="Day">The first day of the stage she is in now.</param>
/// <param name="By">The fact that caused it; null for a day-roll.</param>
public sealed record BoardMessage(
    long Position, Partnership Partnership, JourneyId Journey, BoardMessageKind Kind, Stage From, Stage To, DateOnly Day, FactId? By);

/// <summary>Why a board message was sent.</summary>
public enum BoardMessageKind
{
    /// <summary>Her stage today changed because something was recorded.</summary>
    Moved,

    /// <summary>Her past was revised; her stage today is the same.</summary>
    Revised,

    /// <summary>Her stage changed because a day began, by operation of law.</summary>
    DayRoll,
}
