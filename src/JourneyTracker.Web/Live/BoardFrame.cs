using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>What a watcher of a board receives. Never case data: the page asks for what its user may see.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">The feed position after it: what the watcher says as <c>since</c> when it comes back.</param>
/// <param name="Journey">Whose journey; null unless it is a movement.</param>
/// <param name="Change">Why it was sent: moved, revised or day-roll.</param>
/// <param name="From">Her stage before.</param>
/// <param name="To">Her stage now.</param>
/// <param name="Day">The first day of the stage she is in now; for a snapshot the day it is for.</param>
/// <param name="Missed">When caught up: how many movements came while the watcher was away.</param>
/// <param name="Reset">For a snapshot: whether the watcher asked for what the feed does not keep, never had, or has lost by a restore.</param>
/// <param name="Words">For people.</param>
/// <param name="Women">For a snapshot: of each stage the women who came last, at most 500.</param>
/// <param name="Counts">For a snapshot: how many women are in each stage.</param>
/// <param name="At">For a movement: when the record behind it was made; null when only the day brought it.</param>
/// <param name="Epoch">For a snapshot and when caught up: what positions hold for, to be sent back with <c>since</c>.</param>
public sealed record BoardFrame(
    BoardFrameKind Kind,
    long Position,
    Guid? Journey = null,
    BoardMessageKind? Change = null,
    Stage? From = null,
    Stage? To = null,
    DateOnly? Day = null,
    int? Missed = null,
    bool? Reset = null,
    string? Words = null,
    IReadOnlyList<WomanOnBoard>? Women = null,
    IReadOnlyDictionary<Stage, int>? Counts = null,
    DateTimeOffset? At = null,
    string? Epoch = null)
{
    internal static BoardFrame Of(BoardMessage message) => new(
        BoardFrameKind.Movement, message.Position, message.Journey.Value, message.Kind, message.From, message.To, message.Day, At: MadeAt.Of(message.By));

    internal static BoardFrame Of(BoardSnapshot snapshot, bool reset) => new(
        BoardFrameKind.Snapshot,
        snapshot.Position,
        Day: snapshot.Day,
        Reset: reset,
        Words: reset ? "The board could not go on from where it was; here it is anew." : null,
        Women: [.. snapshot.Women.Select(w => new WomanOnBoard(w.Journey.Value, w.Stage, w.Since))],
        Counts: snapshot.Counts,
        Epoch: snapshot.Epoch);

    internal static BoardFrame CaughtUp(long position, string epoch, int missed) => new(BoardFrameKind.CaughtUp, position, Missed: missed, Epoch: epoch);
}

/// <summary>The kinds of frame.</summary>
public enum BoardFrameKind
{
    /// <summary>The whole board at a position.</summary>
    Snapshot,

    /// <summary>One message of the feed.</summary>
    Movement,

    /// <summary>Everything up to now has been sent; from here on movements come as they happen.</summary>
    CaughtUp,
}

/// <summary>A woman's place in a snapshot.</summary>
public sealed record WomanOnBoard(Guid Journey, Stage Stage, DateOnly Since);
