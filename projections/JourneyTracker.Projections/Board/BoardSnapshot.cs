using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Projections.Board;

/// <summary>A board at one moment.</summary>
/// <param name="Position">The feed position it stands at: messages after it are not in it, those up to it are.</param>
/// <param name="Epoch">What that position holds for; see <see cref="IBoardFeed.EpochAsync"/>.</param>
/// <param name="Day">The London day it is for.</param>
/// <param name="Counts">How many women of the partnership are in each stage; a stage without any is left out.</param>
/// <param name="Women">Of each stage those who came last, at most as many as were asked for; the last first.</param>
/// <param name="Areas">The police force areas on record for this partnership, by GSS code.</param>
public sealed record BoardSnapshot(
    long Position, string Epoch, DateOnly Day, IReadOnlyDictionary<Stage, int> Counts, IReadOnlyList<BoardWoman> Women, IReadOnlySet<string> Areas);

/// <summary>One woman on a board.</summary>
/// <param name="Journey">Her journey.</param>
/// <param name="Stage">Her stage on the board's day.</param>
/// <param name="Since">The first day of that stage.</param>
/// <param name="Area">The police force area by GSS code; null when not known.</param>
/// <param name="Agency">The agency whose record began the stage.</param>
public sealed record BoardWoman(JourneyId Journey, Stage Stage, DateOnly Since, string? Area, string Agency);

/// <summary>How much of a board is wanted: boards of a million women are never read whole.</summary>
/// <param name="Filter">Which women.</param>
/// <param name="Most">The most women of each stage.</param>
/// <param name="Whole">The stage of which more are wanted, at most <see cref="MostOfWhole"/>.</param>
public sealed record BoardCut(BoardFilter Filter, int Most, Stage? Whole = null)
{
    public const int MostOfWhole = 2_000;

    /// <summary>What a watcher gets who begins with a snapshot.</summary>
    public static BoardCut Snapshot { get; } = new(BoardFilter.None, 500);

    public int MostOf(Stage stage) => stage == Whole ? MostOfWhole : Most;
}
