using JourneyTracker.Domain.Facts;
using static JourneyTracker.Domain.Matters.Table.Effects;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>What ends everything here, whoever records it.</summary>
internal static class HerselfLines
{
    private static readonly Effect Everything = Does("closes every matter", book =>
    {
        foreach (var kind in Enum.GetValues<MatterKind>()) book.CloseAll(kind);
    });

    public static IReadOnlyList<MatterLine> All { get; } =
    [
        On<MovedPartnership>("she moves to another partnership", f => f.Direction == MoveDirection.To, Everything),
        On<MovedPartnership>(),
        On<Died>(Everything),
    ];
}
