using System.Diagnostics;
using JourneyTracker.Journal.Folding;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>
/// How much a load writes at once. Whatever is recorded is folded in the order of its positions, so what others record meanwhile waits behind a load's facts.
/// While a node folds, a load therefore writes little at once and waits until that is folded: live boards stay live, and the import ends when its last fact
/// would have been on them anyway, for folding is the slower of the two. When no node folds, nobody waits, and a load goes as fast as it can.
/// </summary>
/// <param name="source">Where to ask.</param>
/// <param name="yields">Whether a load gives way at all; when not, live boards wait.</param>
internal sealed class LoadPace(NpgsqlDataSource source, bool yields)
{
    private const int Most = 4_000;
    private const int Least = 16;
    private const int AtFirst = 100;
    private const string Folding = "select exists (select from pg_locks where locktype = 'advisory' and objsubid = 1 and database = (select oid from pg_database where datname = current_database()) and (classid::bigint << 32) + objid::bigint = $1)";
    private const string Reached = "select min(last_seq_id) from journeys.mt_event_progression where name = any ($1)";

    /// <summary>
    /// How many milliseconds what is written at once may take until it is folded: so long a live fact waits at most for a load. Not a multiple of what the least takes
    /// here: that measure drifts with the load's own steps.
    /// </summary>
    private const double Aim = 8;
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(1);

    /// <summary>A node that does not get on for so long is not waited for: it has a hole or a fault to deal with.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private long asked;
    private bool folding;

    /// <summary>How many facts to write at once.</summary>
    public int Facts { get; private set; } = Most;

    /// <summary>To be called before the first facts are written.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        if (!yields) return;
        if (asked != 0 && Stopwatch.GetElapsedTime(asked) < BetweenQuestions) return;
        asked = Stopwatch.GetTimestamp();
        var before = folding;
        await using var question = source.CreateCommand(Folding);
        question.Parameters.Add(new NpgsqlParameter { Value = FoldingSession.FoldingLock });
        folding = await question.ExecuteScalarAsync(ct) is true;
        if (folding != before) Facts = folding ? AtFirst : Most;
    }

    /// <summary>Waits, when a node folds, until it has folded what was written.</summary>
    /// <param name="position">The last position that was written.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task AfterAsync(long position, CancellationToken ct)
    {
        await BeginAsync(ct);
        if (!folding) return;
        var (begun, moved, reached) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), -1L);
        while (true)
        {
            var now = await ReachedAsync(ct);
            if (now >= position || Stopwatch.GetElapsedTime(moved) > Patience) break;
            if (now > reached) (reached, moved) = (now, Stopwatch.GetTimestamp());
            await Task.Delay(1, ct);
        }

        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        Facts = Math.Clamp((int)Math.Ceiling(Facts * Math.Clamp(Aim / took, 0.5, 1.25)), Least, Most);
    }

    private async Task<long> ReachedAsync(CancellationToken ct)
    {
        await using var question = source.CreateCommand(Reached);
        question.Parameters.Add(new NpgsqlParameter { Value = FoldNames.All.ToArray() });
        return await question.ExecuteScalarAsync(ct) as long? ?? 0;
    }
}
