using System.Data.Common;
using System.Threading.Channels;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.Journal.AccessLog;

/// <summary>The access log in the journal's database. The table refuses any change. Whoever reads at the same time is written down together, in one transaction.</summary>
internal sealed class PostgresAccessLog(NpgsqlDataSource writer, KeyedHashes hashes) : IAccessLog
{
    private const int MostTogether = 1_000;
    private readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>();
    private int writing;

    public async Task WriteAsync(IReadOnlyList<AccessEntry> entries, CancellationToken ct)
    {
        if (entries.Count == 0) return;
        var mine = new Waiting(entries);
        waiting.Writer.TryWrite(mine);
        if (Interlocked.CompareExchange(ref writing, 1, 0) == 0) _ = WriteAllAsync();
        await mine.Done.Task.WaitAsync(ct);
    }

    /// <summary>Until nobody waits. Who comes while it ends begins another.</summary>
    private async Task WriteAllAsync()
    {
        do
        {
            while (waiting.Reader.TryPeek(out _)) await WriteAsync(Together());
            Volatile.Write(ref writing, 0);
        }
        while (waiting.Reader.TryPeek(out _) && Interlocked.CompareExchange(ref writing, 1, 0) == 0);
    }

    private List<Waiting> Together()
    {
        var together = new List<Waiting>();
        for (var entries = 0; entries < MostTogether && waiting.Reader.TryRead(out var next); entries += next.Entries.Count) together.Add(next);
        return together;
    }

    private async Task WriteAsync(IReadOnlyList<Waiting> together)
    {
        try
        {
            await AccessInsert.ExecuteAsync(writer, hashes, together.SelectMany(w => w.Entries), CancellationToken.None);
        }
        catch (Exception) when (together.Count > 1)
        {
            // One who cannot be written down refuses nobody else.
            foreach (var one in together) await WriteAsync([one]);
            return;
        }
        catch (Exception wrong) when (wrong is DbException or TimeoutException or IOException)
        {
            together[0].Done.SetException(new NotWrittenDownException(wrong));
            return;
        }
        catch (Exception wrong)
        {
            together[0].Done.SetException(wrong);
            return;
        }

        foreach (var one in together) one.Done.SetResult();
    }

    private sealed record Waiting(IReadOnlyList<AccessEntry> Entries)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
