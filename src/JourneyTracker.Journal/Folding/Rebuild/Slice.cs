using System.Globalization;

namespace JourneyTracker.Journal.Folding.Rebuild;

/// <summary>A part of a partnership's journeys: those whose ids lie between two, both included. Ids are random, so parts are alike in size.</summary>
internal sealed record Slice(string Partnership, Guid First, Guid Last)
{
    private const int JourneysEach = 4_000;
    private const int Most = 256;

    public static IEnumerable<Slice> Of(string partnership, long journeys)
    {
        var count = 1;
        while (count < Most && journeys / count > JourneysEach) count *= 2;
        var width = Most / count;
        for (var i = 0; i < Most; i += width) yield return new Slice(partnership, Bound(i, '0'), Bound(i + width - 1, 'f'));
    }

    private static Guid Bound(int leading, char rest) => Guid.ParseExact(leading.ToString("x2", CultureInfo.InvariantCulture) + new string(rest, 30), "N");
}
