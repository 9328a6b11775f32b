using System.Collections.Frozen;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>Which fact opens, changes and closes which matter. The fold does what stands here, and docs/stages.md is written from it.</summary>
public static class MatterTable
{
    private static readonly FrozenDictionary<Type, MatterLine[]> ByFact;

    static MatterTable()
    {
        Lines = [.. HerselfLines.All, .. PoliceLines.All, .. CourtLines.All, .. SupervisionLines.All, .. CustodyLines.All];
        ByFact = Lines.GroupBy(l => l.Fact).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    public static IReadOnlyList<MatterLine> Lines { get; }

    /// <summary>The lines of a kind of fact, in the order in which they are tried; none for a kind that changes no matter and is not of justice.</summary>
    public static IReadOnlyList<MatterLine> Of(Type fact) => ByFact.GetValueOrDefault(fact) ?? [];
}
