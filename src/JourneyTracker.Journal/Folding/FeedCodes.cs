using JourneyTracker.Projections.Board;

namespace JourneyTracker.Journal.Folding;

/// <summary>How kinds of board messages are stored.</summary>
internal static class FeedCodes
{
    public static string Of(BoardMessageKind kind) => kind switch
    {
        BoardMessageKind.Moved => "moved",
        BoardMessageKind.Revised => "revised",
        BoardMessageKind.DayRoll => "day-roll",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static BoardMessageKind Kind(string code) => code switch
    {
        "moved" => BoardMessageKind.Moved,
        "revised" => BoardMessageKind.Revised,
        "day-roll" => BoardMessageKind.DayRoll,
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
