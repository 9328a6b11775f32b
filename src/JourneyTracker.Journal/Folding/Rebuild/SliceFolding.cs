using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Folding.Rebuild;

/// <summary>Folds slices into a generation that nobody reads yet: one streamed read, rows buffered and copied.</summary>
internal sealed class SliceFolding(DataSources sources, IReadOnlyCollection<string> folds, int generation, long upTo)
{
    private const int MostBuffered = 20_000;
    private const int MostUnreported = 10_000;
    private static readonly string Facts = EmbeddedSql.Text("rebuild_facts.sql");
    private readonly Lock _gate = new();
    private readonly List<FoldFailure> _failures = [];
    private readonly List<(Partnership, JourneyId)> _aside = [];
    private long _facts;
    private long _journeys;

    public long FactsSoFar => Interlocked.Read(ref _facts);

    public long Journeys => Interlocked.Read(ref _journeys);

    public IReadOnlyList<FoldFailure> Failures => _failures;

    /// <summary>Journeys that merges have joined to others: they are folded when all can be read, not slice by slice.</summary>
    public IReadOnlyList<(Partnership, JourneyId)> Aside => _aside;

    public async Task RunAsync(Slice slice, Action reached, CancellationToken ct)
    {
        var tables = FoldTables.Of(folds);
        await using var reading = await sources.Folder.OpenConnectionAsync(ct);
        await using var writing = await sources.Owner.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Facts, reading) { CommandTimeout = 0 };
        foreach (var value in new object[] { slice.Partnership, slice.First, slice.Last, upTo }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var (facts, journeys) = (0L, 0L);
        await FoldReading.JourneysAsync(rows, Take, ct);
        Flush();
        Report();

        void Take(IReadOnlyList<RecordedFact> hers)
        {
            facts += hers.Count;
            journeys++;
            if (Kindred.Has(hers)) SetAside(hers[0]);
            else Fold(JourneyFacts.Of(hers), tables);
            foreach (var table in tables)
                if (table.Count >= MostBuffered) table.CopyAndClear(writing, GenerationTables.Partition(table.Table, generation), generation);
            if (facts >= MostUnreported) Report();
        }

        void Flush()
        {
            foreach (var table in tables) table.CopyAndClear(writing, GenerationTables.Partition(table.Table, generation), generation);
        }

        void Report()
        {
            Interlocked.Add(ref _facts, facts);
            Interlocked.Add(ref _journeys, journeys);
            (facts, journeys) = (0, 0);
            reached();
        }
    }

    private void Fold(JourneyFacts journey, IReadOnlyList<IFoldRows> tables)
    {
        try
        {
            var folded = FoldedJourney.Of(journey);
            foreach (var table in tables) table.Add(folded);
            if (journey.Frozen is { } frozen) Fail(new FoldFailure(journey.Partnership, journey.Journey, frozen.Position, frozen.Fact, frozen.What));
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            var last = journey.Facts[^1];
            Fail(new FoldFailure(journey.Partnership, journey.Journey, last.Position, last.Id, $"A fold failed: {wrong.Message}"));
        }
    }

    private void SetAside(RecordedFact first)
    {
        lock (_gate) _aside.Add((first.Partnership, first.Journey));
    }

    private void Fail(FoldFailure failure)
    {
        lock (_gate) _failures.Add(failure);
    }
}
