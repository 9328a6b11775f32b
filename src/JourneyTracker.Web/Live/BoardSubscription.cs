using System.Threading.Channels;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>A bounded buffer between the tail and one watcher. It ends when it was full once: what it then holds is still without a gap.</summary>
internal sealed class BoardSubscription(int room, Action<BoardSubscription> letGo) : IDisposable
{
    private readonly Channel<BoardMessage> channel = Channel.CreateBounded<BoardMessage>(
        new BoundedChannelOptions(room) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>What was handed over, as it comes, until the end.</summary>
    public IAsyncEnumerable<BoardMessage> ReadAsync(CancellationToken ct) => channel.Reader.ReadAllAsync(ct);

    /// <summary>Never waits. False when there was no room; nothing is to be offered after that.</summary>
    public bool Offer(BoardMessage message)
    {
        if (channel.Writer.TryWrite(message)) return true;
        End();
        return false;
    }

    public void End() => channel.Writer.TryComplete();

    public void Dispose() => letGo(this);
}
