using System.Buffers.Binary;

namespace JourneyTracker.Journal.Events;

/// <summary>The references that the rows of a load bring.</summary>
internal static class LoadReferences
{
    /// <summary>In the order in which all who write references lock them, each with the index of its row.</summary>
    public static (string System, UInt128 Hash, int Row)[] InLockOrder(IReadOnlyList<LoadPlan.NewRow> rows)
    {
        var references = new List<(string System, UInt128 Hash, int Row)>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Fact is { Reference: { } hash, System: { } system }) references.Add((system, BinaryPrimitives.ReadUInt128BigEndian(hash), i));
        }

        references.Sort(static (a, b) => string.CompareOrdinal(a.System, b.System) is var order and not 0 ? order : a.Hash.CompareTo(b.Hash));
        return [.. references];
    }
}
