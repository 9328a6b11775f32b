using System.Threading.Channels;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>Drains the queue of appends into groups. Two of these run side by side: while one waits for its commit, the other fills.</summary>
internal sealed class GroupWriter(ChannelReader<PendingAppend> queue, NpgsqlDataSource writer, LoneAppender lone)
{
    private const int MostFacts = 2_000;
    private const int MostDeferrals = 5;
    private static readonly TimeSpan BeforeDeferred = TimeSpan.FromMilliseconds(5);
    private readonly LinkedList<PendingAppend> backlog = new();
    private readonly HashSet<Task> alone = [];
    private NpgsqlConnection? connection;

    /// <summary>Until the queue is completed and empty.</summary>
    public async Task RunAsync()
    {
        while (backlog.Count > 0 || await queue.WaitToReadAsync())
        {
            while (backlog.Count < MostFacts && queue.TryRead(out var next)) backlog.AddLast(next);
            var (group, waiting) = TakeGroup();
            if (waiting.Count > 0) await WriteAsync(group, waiting);
        }

        await Task.WhenAll(alone);
        if (connection is not null) await connection.DisposeAsync();
    }

    private (AppendGroup Group, List<PendingAppend> Waiting) TakeGroup()
    {
        var group = new AppendGroup(MostFacts);
        var waiting = new List<PendingAppend>();
        for (var node = backlog.First; node is not null;)
        {
            var (pending, next) = (node.Value, node.Next);
            if (pending.IsAbandoned) backlog.Remove(node);
            else if (group.TryAdd(pending.Append))
            {
                waiting.Add(pending);
                backlog.Remove(node);
            }

            node = next;
        }

        return (group, waiting);
    }

    private async Task WriteAsync(AppendGroup group, List<PendingAppend> waiting)
    {
        try
        {
            connection ??= await writer.OpenConnectionAsync();
            var outcomes = await GroupCommand.ExecuteAsync(connection, group, CancellationToken.None);
            for (var i = 0; i < waiting.Count; i++)
            {
                if (outcomes[i] is { } outcome) waiting[i].Resolve(outcome);
                else Defer(waiting[i]);
            }

            if (outcomes.All(o => o is null)) await Task.Delay(BeforeDeferred);
        }
        catch (PostgresException met) when (Failures.MayPass(met) || Failures.IsAboutValues(met))
        {
            await Failures.ReleaseAsync(connection!);
            foreach (var pending in waiting) Alone(pending);
        }
        catch (Exception wrong)
        {
            foreach (var pending in waiting) pending.Fail(wrong);
            if (connection is not null) await connection.DisposeAsync();
            connection = null;
        }
    }

    private void Defer(PendingAppend pending)
    {
        if (++pending.Deferred <= MostDeferrals) backlog.AddLast(pending);
        else Alone(pending);
    }

    private void Alone(PendingAppend pending)
    {
        alone.RemoveWhere(t => t.IsCompleted);
        alone.Add(AloneAsync(pending));
    }

    private async Task AloneAsync(PendingAppend pending)
    {
        try
        {
            pending.Resolve((await lone.AppendAsync(AppendGroup.Of([pending.Append]), CancellationToken.None))[0]);
        }
        catch (Exception wrong)
        {
            pending.Fail(wrong);
        }
    }
}
