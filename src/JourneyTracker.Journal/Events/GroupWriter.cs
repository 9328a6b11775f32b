using System.Threading.Channels;
using JourneyTracker.Journal.Measuring;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>Drains the queue of appends into groups. Two of these run side by side: while one waits for its commit, the other fills.</summary>
internal sealed class GroupWriter(ChannelReader<PendingAppend> queue, NpgsqlDataSource writer, LoneAppender lone) : IDisposable
{
    private const int MostFacts = 2_000;
    private const int MostDeferrals = 5;
    private const int MostAside = 4;
    private static readonly TimeSpan BeforeDeferred = TimeSpan.FromMilliseconds(5);
    private readonly LinkedList<PendingAppend> backlog = new();
    private readonly SemaphoreSlim aside = new(MostAside);
    private readonly HashSet<Task> asideNow = [];
    private NpgsqlConnection? connection;
    private OneCommand? one;

    /// <summary>Until the queue is completed and empty.</summary>
    public async Task RunAsync()
    {
        while (backlog.Count > 0 || await queue.WaitToReadAsync())
        {
            while (backlog.Count < MostFacts && queue.TryRead(out var next)) backlog.AddLast(next);
            var (group, waiting) = TakeGroup();
            if (waiting.Count > 0) await WriteAsync(group, waiting);
        }

        await Task.WhenAll(asideNow);
        if (connection is not null) await connection.DisposeAsync();
    }

    public void Dispose() => aside.Dispose();

    private (AppendGroup Group, List<PendingAppend> Waiting) TakeGroup()
    {
        var group = new AppendGroup(MostFacts);
        var waiting = new List<PendingAppend>();
        for (var node = backlog.First; node is not null;)
        {
            var (pending, next) = (node.Value, node.Next);
            if (!pending.TryTake()) backlog.Remove(node);
            else if (group.TryAdd(pending.Append))
            {
                waiting.Add(pending);
                backlog.Remove(node);
            }
            else pending.PutBack();

            node = next;
        }

        return (group, waiting);
    }

    private async Task WriteAsync(AppendGroup group, List<PendingAppend> waiting)
    {
        try
        {
            Meters.AppendGroup.Record(group.FactCount);
            using var trace = Meters.Traces.StartActivity("append group")?.SetTag("facts", group.FactCount);
            if (connection is null)
            {
                connection = await writer.OpenConnectionAsync();
                one = await OneCommand.PrepareAsync(connection, CancellationToken.None);
            }

            var outcomes = group.FactCount == 1
                ? [await one!.ExecuteAsync(group.Appends[0], CancellationToken.None)]
                : await GroupCommand.ExecuteAsync(connection, group, CancellationToken.None);
            var tooOften = new List<PendingAppend>();
            for (var i = 0; i < waiting.Count; i++)
            {
                if (outcomes[i] is { } outcome) waiting[i].Resolve(outcome);
                else if (++waiting[i].Deferred <= MostDeferrals) Defer(waiting[i]);
                else tooOften.Add(waiting[i]);
            }

            if (tooOften.Count > 0) Aside(tooOften);
            if (outcomes.All(o => o is null)) await Task.Delay(BeforeDeferred);
        }
        catch (PostgresException met) when (Failures.MayPass(met) || Failures.IsAboutValues(met))
        {
            await Failures.ReleaseAsync(connection!);
            Aside(waiting);
        }
        catch (Exception wrong)
        {
            if (connection is not null)
            {
                await Failures.ReleaseAsync(connection);
                await connection.DisposeAsync();
                connection = null;
            }

            foreach (var pending in waiting) pending.Fail(Failures.Explain(wrong));
        }
    }

    private void Defer(PendingAppend pending)
    {
        pending.PutBack();
        backlog.AddLast(pending);
    }

    /// <summary>Hands a group to one that waits and tries again, a few at once, while this one goes on with the next.</summary>
    private void Aside(List<PendingAppend> waiting)
    {
        foreach (var pending in waiting) pending.PutBack();
        asideNow.RemoveWhere(t => t.IsCompleted);
        asideNow.Add(AsideAsync(waiting));
    }

    private async Task AsideAsync(List<PendingAppend> waiting)
    {
        await aside.WaitAsync();
        var taken = waiting.Where(p => p.TryTake()).ToList();
        try
        {
            var outcomes = taken.Count == 0 ? [] : await lone.AppendAsync(AppendGroup.Of(taken.Select(p => p.Append)), CancellationToken.None);
            for (var i = 0; i < taken.Count; i++) taken[i].Resolve(outcomes[i]);
        }
        catch (Exception wrong)
        {
            foreach (var pending in taken) pending.Fail(wrong);
        }
        finally
        {
            aside.Release();
        }
    }
}
