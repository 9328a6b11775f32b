using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>
/// One step of the folds: rows, feed lines, failures and checkpoints become visible together or not at all. It holds the generations in share
/// mode, so that no rebuild swaps meanwhile, and the checkpoints and the head of the feed for itself, so that no second node can do the same step.
/// </summary>
internal sealed class FoldTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    private readonly Dictionary<string, int> _generations = [];
    private Dictionary<(Partnership, JourneyId), List<Spell>> _before = [];

    /// <summary>Where the folds stand.</summary>
    public long Checkpoint { get; private set; }

    /// <summary>The London day up to which stages have been announced; null before the very first start.</summary>
    public DateOnly? RolledTo { get; private set; }

    public static async Task<FoldTransaction> BeginAsync(NpgsqlConnection connection, CancellationToken ct) =>
        new(connection, await connection.BeginTransactionAsync(ct));

    /// <summary>Takes the locks, and folds the touched journeys with their facts up to a position. One round trip.</summary>
    public async Task<FoldBatch> ReadAsync(Touched touched, long after, long upTo, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(FoldSql.LockGenerations(FoldNames.All));
        batch.BatchCommands.Add(FoldSql.LockCheckpoint(FoldNames.All));
        batch.BatchCommands.Add(FoldSql.ReadHead());
        if (touched.Count > 0)
        {
            batch.BatchCommands.Add(FoldSql.ReadFacts(touched, upTo));
            batch.BatchCommands.Add(FoldSql.ReadSpells(touched));
        }

        var folded = new FoldBatch(after);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) _generations[rows.GetString(0)] = rows.GetInt32(1);
        await rows.NextResultAsync(ct);
        await rows.ReadAsync(ct);
        Checkpoint = rows.GetInt64(1);
        await rows.NextResultAsync(ct);
        await rows.ReadAsync(ct);
        RolledTo = rows.IsDBNull(0) ? null : rows.GetFieldValue<DateOnly>(0);
        if (touched.Count == 0) return folded;
        await rows.NextResultAsync(ct);
        var kin = new KinFolding(folded.Add);
        await FoldReading.JourneysAsync(rows, kin.Take, ct);
        await rows.NextResultAsync(ct);
        _before = await FoldReading.SpellsAsync(rows, ct);
        await rows.DisposeAsync();
        if (kin.Any) await FoldKinAsync(kin, upTo, ct);
        return folded;
    }

    /// <summary>Journeys that merges have joined are folded with each other; one that was not touched may change too.</summary>
    private async Task FoldKinAsync(KinFolding kin, long upTo, CancellationToken ct)
    {
        await kin.ReadAsync(connection, transaction, upTo, ct);
        var further = kin.Fold(upTo);
        if (further.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { FoldSql.ReadSpells(Touched.Of(further)) } };
        await using var rows = await batch.ExecuteReaderAsync(ct);
        foreach (var (journey, spells) in await FoldReading.SpellsAsync(rows, ct)) _before[journey] = spells;
    }

    /// <summary>Stores what was folded, says so in the feed, and commits. One round trip and the commit's.</summary>
    /// <param name="folded">From <see cref="ReadAsync"/>.</param>
    /// <param name="frozen">Journeys that could not be followed until now.</param>
    /// <param name="position">Where the folds stand after it.</param>
    /// <param name="options">How much of the feed is kept.</param>
    /// <param name="ct">Nothing is stored when it is cancelled.</param>
    /// <returns>How many feed lines there were.</returns>
    public async Task<int> WriteAsync(FoldBatch folded, IReadOnlySet<(Partnership, JourneyId)> frozen, long position, FoldingOptions options, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        Replace(batch, folded);
        var lines = RolledTo is { } today ? folded.Lines(_before, today) : throw new InvalidOperationException("The first day was not announced.");
        if (lines.Count > 0)
        {
            batch.BatchCommands.Add(FoldSql.AppendFeed(lines));
            batch.BatchCommands.Add(FoldSql.TrimFeed(options.FeedKept));
            batch.BatchCommands.Add(FoldSql.NotifyFeed());
        }

        var mended = folded.Folded.Select(j => (j.Partnership, j.Journey)).Where(frozen.Contains).ToList();
        if (mended.Count > 0) batch.BatchCommands.Add(FoldSql.ForgetFailures(FoldNames.All, Touched.Of(mended)));
        if (folded.Failures.Count > 0) batch.BatchCommands.Add(FoldSql.RecordFailures(FoldNames.All, folded.Failures));
        batch.BatchCommands.Add(FoldSql.MarkCheckpoint(FoldNames.All, position));
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return lines.Count;
    }

    /// <summary>Announces the steps that days have brought, and commits.</summary>
    public async Task<long> RollAsync(DateOnly today, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(FoldSql.LockGenerations(FoldNames.All));
        batch.BatchCommands.Add(FoldSql.RollTo(today));
        batch.BatchCommands.Add(FoldSql.NotifyFeed());
        long announced = 0;
        await using (var rows = await batch.ExecuteReaderAsync(ct))
        {
            await rows.NextResultAsync(ct);
            if (await rows.ReadAsync(ct)) announced = rows.GetInt64(0);
        }

        await transaction.CommitAsync(ct);
        return announced;
    }

    private void Replace(NpgsqlBatch batch, FoldBatch folded)
    {
        // Most facts leave the stages as they are; movements follow from the stages, so neither is written again then.
        var moved = folded.Folded.Where(j => !SameSpells(j)).ToList();
        IFoldRows[] ofStages = [new SpellRows(), new MovementRows()];
        IFoldRows[] ofAll = [new AreaRows(), new FindingRows(), new PromptSpanRows()];
        Replace(batch, ofStages, moved);
        Replace(batch, ofAll, folded.Folded);
        Replace(batch, [new MergedRows()], [.. folded.Folded.Where(j => j.HasKin)]);
    }

    private void Replace(NpgsqlBatch batch, IFoldRows[] tables, List<FoldedJourney> journeys)
    {
        if (journeys.Count == 0) return;
        var touched = Touched.Of([.. journeys.Select(j => (j.Partnership, j.Journey))]);
        foreach (var table in tables)
        {
            foreach (var journey in journeys) table.Add(journey);
            table.Replace(batch, _generations[table.Fold], touched.Partnerships, touched.Journeys);
        }
    }

    private bool SameSpells(FoldedJourney journey) =>
        _before.TryGetValue((journey.Partnership, journey.Journey), out var stored) ? stored.SequenceEqual(journey.Spells) : journey.Spells.Count == 0;

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
