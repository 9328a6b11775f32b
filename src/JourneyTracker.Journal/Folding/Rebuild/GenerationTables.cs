using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Folding.Rebuild;

/// <summary>Makes, attaches and removes generations of the fold tables. Never takes a lock that a reader or the folding node would wait for.</summary>
/// <param name="owner">A connection as the tables' owner.</param>
/// <param name="tables">The tables of the folds in question.</param>
internal sealed class GenerationTables(NpgsqlConnection owner, IReadOnlyList<IFoldRows> tables)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly string Partitions = EmbeddedSql.Text("rebuild_partitions.sql");
    private static readonly string Readers = EmbeddedSql.Text("rebuild_readers.sql");

    public static string Partition(string table, int generation) => $"{table}_g{generation}";

    /// <summary>The number of the next generation: beyond every one there is.</summary>
    public async Task<int> NextAsync(CancellationToken ct) => (await ListAsync(ct)).Max(p => p.Generation) + 1;

    /// <summary>Makes the tables of a generation, standing alone, for COPY (which row-level security would refuse).</summary>
    public async Task MakeAsync(int generation, CancellationToken ct)
    {
        foreach (var table in tables)
        {
            await ExecuteAsync(
                $"create table journeys.{Partition(table.Table, generation)} (like journeys.{table.Table} including defaults, check (generation = {generation}))", ct);
        }
    }

    /// <summary>Puts a filled generation under the parents' policies and indexes. Nobody reads it until it is current.</summary>
    public async Task AttachAsync(int generation, CancellationToken ct)
    {
        foreach (var table in tables)
        {
            var partition = Partition(table.Table, generation);
            await ExecuteAsync($"alter table journeys.{partition} enable row level security, force row level security", ct);
            await ExecuteAsync($"alter table journeys.{table.Table} attach partition journeys.{partition} for values in ({generation})", ct);
            await ExecuteAsync($"analyze journeys.{partition}", ct);
        }
    }

    /// <summary>Removes every generation that is not current, once nobody can be looking at it any more.</summary>
    /// <returns>False when somebody looked for too long.</returns>
    public async Task<bool> RemoveOldAsync(CancellationToken ct)
    {
        var old = (await ListAsync(ct)).Where(p => !p.Current).ToList();
        if (old.Exists(p => p.Attached) && !await ReadersAreGoneAsync(ct)) return false;
        foreach (var partition in old)
        {
            var name = Partition(partition.Table, partition.Generation);
            if (partition.Attached)
                await ExecuteAsync($"alter table journeys.{partition.Table} detach partition journeys.{name} {(partition.Detaching ? "finalize" : "concurrently")}", ct);
            await ExecuteAsync($"drop table journeys.{name}", ct);
        }

        return true;
    }

    private async Task<bool> ReadersAreGoneAsync(CancellationToken ct)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var readers = await ReadersAsync(ct);
        while (readers.Length > 0 && clock.Elapsed < Patience)
        {
            await Task.Delay(BetweenLooks, ct);
            readers = [.. readers.Intersect(await ReadersAsync(ct))];
        }

        return readers.Length == 0;
    }

    private async Task<string[]> ReadersAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Readers, owner);
        return (string[])(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<IReadOnlyList<Standing>> ListAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Partitions, owner);
        command.Parameters.Add(new NpgsqlParameter { Value = tables.Select(t => t.Table).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = tables.Select(t => t.Fold).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var generations = new List<Standing>();
        while (await rows.ReadAsync(ct))
            generations.Add(new Standing(rows.GetString(0), rows.GetInt32(1), rows.GetBoolean(2), rows.GetBoolean(3), rows.GetBoolean(4)));
        return generations;
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record Standing(string Table, int Generation, bool Attached, bool Detaching, bool Current);
}
