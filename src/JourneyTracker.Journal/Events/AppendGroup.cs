using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Journal.Events;

/// <summary>Appends that can go into one transaction: of one partnership, no source reference twice, an expected version only for the first on its stream.</summary>
internal sealed class AppendGroup(int mostFacts)
{
    private const int MostAppends = 4_000;
    private readonly List<PreparedAppend> appends = [];
    private readonly HashSet<JourneyId> streams = [];
    // The hash covers the system's name too.
    private readonly HashSet<UInt128> references = [];

    public IReadOnlyList<PreparedAppend> Appends => appends;

    public IReadOnlyCollection<JourneyId> Streams => streams;

    public int FactCount { get; private set; }

    /// <summary>A group of appends that are known to go together. Nothing more goes into it.</summary>
    public static AppendGroup Of(IEnumerable<PreparedAppend> appends)
    {
        var group = new AppendGroup(0);
        foreach (var append in appends) group.Take(append);
        return group;
    }

    public bool TryAdd(PreparedAppend append)
    {
        if (!Fits(append)) return false;
        Take(append);
        foreach (var fact in append.Facts)
        {
            if (fact.Reference is not null) references.Add(HashOf(fact.Reference));
        }

        return true;
    }

    private void Take(PreparedAppend append)
    {
        appends.Add(append);
        streams.Add(append.Journey);
        FactCount += append.Facts.Count;
    }

    private bool Fits(PreparedAppend append)
    {
        if (appends.Count == 0) return true;
        if (append.Partnership != appends[0].Partnership || appends.Count >= MostAppends || FactCount + append.Facts.Count > mostFacts) return false;
        if ((append.Expected is not null || append.Barred is not null) && streams.Contains(append.Journey)) return false;
        foreach (var fact in append.Facts)
        {
            if (fact.Reference is not null && references.Contains(HashOf(fact.Reference))) return false;
        }

        return true;
    }

    private static UInt128 HashOf(byte[] reference) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(reference);
}
