using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Journal.Events;

/// <summary>Appends that can go into one transaction: of one partnership, no source reference twice, an expected version only for the first on its stream.</summary>
internal sealed class AppendGroup(int mostFacts)
{
    private const int MostAppends = 4_000;
    private readonly List<PreparedAppend> appends = [];
    private readonly HashSet<JourneyId> streams = [];
    private readonly HashSet<(string System, UInt128 Hash)> references = [];

    public IReadOnlyList<PreparedAppend> Appends => appends;

    public IReadOnlyCollection<JourneyId> Streams => streams;

    public int FactCount { get; private set; }

    /// <summary>A group of appends that are known to go together.</summary>
    public static AppendGroup Of(IEnumerable<PreparedAppend> appends)
    {
        var group = new AppendGroup(int.MaxValue);
        foreach (var append in appends) group.TryAdd(append);
        return group;
    }

    public bool TryAdd(PreparedAppend append)
    {
        if (!Fits(append)) return false;
        appends.Add(append);
        streams.Add(append.Journey);
        references.UnionWith(ReferencesOf(append));
        FactCount += append.Facts.Count;
        return true;
    }

    private bool Fits(PreparedAppend append)
    {
        if (appends.Count == 0) return true;
        return append.Partnership == appends[0].Partnership
            && appends.Count < MostAppends
            && FactCount + append.Facts.Count <= mostFacts
            && ((append.Expected is null && append.Barred is null) || !streams.Contains(append.Journey))
            && !references.Overlaps(ReferencesOf(append));
    }

    private static IEnumerable<(string, UInt128)> ReferencesOf(PreparedAppend append) => append.Facts
        .Where(f => f.Reference is not null).Select(f => (f.System!, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(f.Reference)));
}
