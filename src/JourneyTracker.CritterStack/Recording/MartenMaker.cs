using JasperFx.Events;
using JourneyTracker.CritterStack.Recording;
using JourneyTracker.Journal.Events;

[assembly: JournalMaker(typeof(MartenMaker))]

namespace JourneyTracker.CritterStack.Recording;

/// <summary>Makes the journal on Marten, in either of the modes in which an append's instant can be given.</summary>
internal sealed class MartenMaker : IJournalMaker
{
    private const string Quick = "marten";
    private const string Rich = "marten-rich";

    public IReadOnlyList<string> Names { get; } = [Quick, Rich];

    public async Task<TableJournal?> MakeAsync(string name, JournalParts parts, CancellationToken ct)
    {
        if (!Names.Contains(name)) return null;
        await MartenStore.PrepareAsync(parts.Sources);
        return await MartenJournal.StartAsync(parts, name == Rich ? EventAppendMode.Rich : EventAppendMode.QuickWithServerTimestamps, ct);
    }
}
