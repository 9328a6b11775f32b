using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Boards;

/// <summary>What the board remembers for each person: when they last looked, and the filters that they keep. Nothing of a woman.</summary>
public sealed class PersonalBoard(DataSources sources)
{
    /// <summary>The most filters that one person keeps.</summary>
    public const int MostKept = 20;

    /// <summary>The longest name of a kept filter.</summary>
    public const int LongestName = 60;

    /// <summary>A look that comes sooner after another is the same look.</summary>
    private static readonly TimeSpan SameLook = TimeSpan.FromMinutes(30);

    /// <summary>Remembers that the caller looks at the board now.</summary>
    /// <returns>What they saw before: changes since then are news.</returns>
    public async Task<BoardLook> LookAsync(Caller caller, long position, string epoch, DateTimeOffset now, CancellationToken ct) =>
        (await ReadAsync(sources.Loader, caller, "board_look.sql", ct, position, epoch, now.ToUniversalTime(), SameLook))[0];

    /// <summary>What the caller saw before the last look; null for somebody who never looked.</summary>
    public async Task<BoardLook?> FindAsync(Caller caller, CancellationToken ct) => (await ReadAsync(sources.Reader, caller, "board_look_find.sql", ct)).FirstOrDefault();

    /// <summary>The caller has seen all there is up to a position.</summary>
    public Task SeenAsync(Caller caller, long position, string epoch, DateTimeOffset now, CancellationToken ct) =>
        ExecuteAsync(caller, "board_seen.sql", ct, position, epoch, now.ToUniversalTime());

    /// <summary>The caller's kept filters, by name.</summary>
    public async Task<IReadOnlyList<KeptFilter>> KeptAsync(Caller caller, CancellationToken ct)
    {
        await using var batch = Batch(sources.Reader, caller, "board_views.sql");
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var kept = new List<KeptFilter>();
        while (await rows.ReadAsync(ct)) kept.Add(new KeptFilter(rows.GetString(0), rows.GetString(1)));
        return kept;
    }

    /// <summary>Keeps a filter under a name; one of the same name is replaced.</summary>
    /// <returns>False when the caller keeps as many as there may be.</returns>
    public async Task<bool> KeepAsync(Caller caller, KeptFilter filter, CancellationToken ct) =>
        await ExecuteAsync(caller, "board_view_keep.sql", ct, filter.Name, filter.Query, MostKept) > 0;

    /// <summary>Keeps it no longer.</summary>
    public Task DropAsync(Caller caller, string name, CancellationToken ct) => ExecuteAsync(caller, "board_view_drop.sql", ct, name);

    private static async Task<List<BoardLook>> ReadAsync(NpgsqlDataSource source, Caller caller, string file, CancellationToken ct, params object[] values)
    {
        await using var batch = Batch(source, caller, file, values);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var looks = new List<BoardLook>();
        while (await rows.ReadAsync(ct)) looks.Add(new BoardLook(rows.GetInt64(0), rows.GetString(1), rows.GetFieldValue<DateTimeOffset>(2)));
        return looks;
    }

    private async Task<int> ExecuteAsync(Caller caller, string file, CancellationToken ct, params object[] values)
    {
        await using var batch = Batch(sources.Loader, caller, file, values);
        await batch.ExecuteNonQueryAsync(ct);
        return (int)batch.BatchCommands[^1].RecordsAffected;
    }

    private static NpgsqlBatch Batch(NpgsqlDataSource source, Caller caller, string file, params object[] values)
    {
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(Scope.To(caller.Partnership));
        var command = new NpgsqlBatchCommand(EmbeddedSql.Text(file));
        foreach (var value in (object[])[caller.Partnership.Name, caller.Person, caller.Agency, .. values]) command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
        return batch;
    }
}

/// <summary>What somebody had seen of the board's feed, and when.</summary>
/// <param name="Position">The position of the feed.</param>
/// <param name="Epoch">What it holds for.</param>
/// <param name="At">When.</param>
public sealed record BoardLook(long Position, string Epoch, DateTimeOffset At);

/// <summary>A filter of the board under a name.</summary>
/// <param name="Name">As its keeper calls it.</param>
/// <param name="Query">As it stands in the address, without the question mark.</param>
public sealed record KeptFilter(string Name, string Query);
