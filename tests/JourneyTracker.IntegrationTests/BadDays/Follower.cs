using System.Diagnostics;
using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Follows the journal by its tail, from the last position it saw, and remembers when it saw what.</summary>
/// <param name="journal">The journal.</param>
/// <param name="connectionString">To look, at every step over numbers, whether rows stand there.</param>
internal sealed class Follower(IJournal journal, string connectionString)
{
    private readonly Lock gate = new();
    private readonly List<(long Position, long At)> seen = [];

    public IReadOnlyList<long> Positions
    {
        get
        {
            lock (gate) return [.. seen.Select(s => s.Position)];
        }
    }

    public long Last
    {
        get
        {
            lock (gate) return seen.Count == 0 ? 0 : seen[^1].Position;
        }
    }

    public string? Wrong { get; private set; }

    /// <summary>When it saw a position, as a timestamp; null when it has not.</summary>
    public long? SeenAt(long position)
    {
        lock (gate) return seen.Count > 0 && seen[^1].Position >= position ? seen.Find(s => s.Position == position).At : null;
    }

    public async Task<long> WhenSeenAsync(long position)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (SeenAt(position) is { } at) return at;
            await Task.Delay(1, patience.Token);
        }
    }

    public async Task RunAsync(long after, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await foreach (var facts in journal.TailAsync(after, stop)) after = await TakeAsync(facts, after);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<long> TakeAsync(IReadOnlyList<RecordedFact> facts, long after)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var fact in facts)
        {
            if (fact.Position <= after) Wrong ??= $"After {after} came {fact.Position}.";
            if (fact.Position > after + 1 && await RowsBetweenAsync(after, fact.Position) != fact.Position - after - 1)
                Wrong ??= $"It passed from {after} to {fact.Position} though not every number between has a row.";
            after = fact.Position;
            lock (gate) seen.Add((after, now));
        }

        return after;
    }

    private async Task<long> RowsBetweenAsync(long after, long before)
    {
        while (true)
        {
            try
            {
                return await Cluster.DataFolder.AskAsync<long>(connectionString, $"select count(*) from journeys.mt_events where seq_id > {after} and seq_id < {before}");
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50);
            }
        }
    }
}
