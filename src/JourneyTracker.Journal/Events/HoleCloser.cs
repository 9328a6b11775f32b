using System.Diagnostics;
using JourneyTracker.Journal.Measuring;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>
/// Closes holes that rolled-back transactions leave in the positions. Whoever draws a number holds a lock on the sequence until its transaction ends,
/// so when those who held it at the sighting are gone, a number that is still missing is dead, and a tombstone takes its place.
/// </summary>
public sealed class HoleCloser
{
    private static readonly TimeSpan SafetyNet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(3);
    private static readonly string Holders = EmbeddedSql.Text("hole_holders.sql");
    private static readonly string Highest = EmbeddedSql.Text("hole_highest.sql");
    private static readonly string Bury = EmbeddedSql.Text("hole_tombstones.sql");
    private readonly NpgsqlDataSource folder;
    private readonly Bell bell;
    private readonly Positions positions;

    internal HoleCloser(NpgsqlDataSource folder, Bell bell) => (this.folder, this.bell, positions) = (folder, bell, new Positions(folder));

    /// <summary>Until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            var ring = bell.Next();
            await CloseAsync(ct);
            await Bell.WaitAsync(ring, SafetyNet, ct);
        }
    }

    /// <summary>Closes the holes below the highest position there is now. Waits for those who may still fill them. Returns how many tombstones it took.</summary>
    public async Task<long> CloseAsync(CancellationToken ct)
    {
        var reached = await positions.NowAsync(ct);
        await using var connection = await folder.OpenConnectionAsync(ct);
        var highest = (long)(await ScalarAsync(connection, Highest, ct))!;
        if (highest <= reached) return 0;
        var seen = Stopwatch.GetTimestamp();

        // Listed after the highest row was seen: every number below it had been drawn by then, by somebody in this list or somebody already gone.
        var holders = (string[])(await ScalarAsync(connection, Holders, ct))!;
        while (holders.Length > 0)
        {
            await Task.Delay(BetweenLooks, ct);
            holders = [.. holders.Intersect((string[])(await ScalarAsync(connection, Holders, ct))!)];
        }

        reached = await positions.NowAsync(ct);
        Meters.HoleWait.RecordSince(seen);
        if (reached >= highest) return 0;
        await using var bury = new NpgsqlCommand(Bury, connection) { Parameters = { new() { Value = reached }, new() { Value = highest } } };
        var buried = (long)(await bury.ExecuteScalarAsync(ct))!;
        Meters.HolesClosed.Add(buried);
        return buried;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct);
    }
}
