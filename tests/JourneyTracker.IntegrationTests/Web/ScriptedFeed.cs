using System.Runtime.CompilerServices;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>A feed in memory that a test can hold still between two of its steps: the races of catching up cannot be met on demand in a database.</summary>
internal sealed class ScriptedFeed : IBoardFeed
{
    public static readonly Partnership Ours = new("ours");
    public static readonly Partnership Theirs = new("theirs");
    private static readonly DateOnly Day = new(2026, 3, 1);
    private readonly Lock gate = new();
    private readonly List<BoardMessage> lines = [];
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs before each read of the feed, after the reader asked for it.</summary>
    public Action? BeforeRead { get; set; }

    /// <summary>Runs after each read of the feed, before the reader has its answer; told how many messages that is.</summary>
    public Action<int>? AfterRead { get; set; }

    /// <summary>The first position that is still kept.</summary>
    public long FirstKept { get; set; } = 1;

    /// <summary>Set when the database was restored.</summary>
    public string Epoch { get; set; } = "first";

    /// <summary>The tail throws, once, when it comes past this position.</summary>
    public long? TailBreaksAfter { get; set; }

    public int Reads { get; private set; }

    public long Last
    {
        get
        {
            lock (gate) return lines.Count;
        }
    }

    public JourneyId JourneyAt(long position)
    {
        lock (gate) return lines[(int)position - 1].Journey;
    }

    public void Add(int count, Partnership? partnership = null, JourneyId? of = null)
    {
        lock (gate)
        {
            for (var i = 0; i < count; i++)
            {
                lines.Add(new BoardMessage(
                    lines.Count + 1, partnership ?? Ours, of ?? new JourneyId(Guid.NewGuid()), BoardMessageKind.Moved, Stage.OnLicence, Stage.RecalledNotReturned, Day, null));
            }

            more.SetResult();
            more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public Task<IReadOnlySet<JourneyId>> ShownAsync(Partnership partnership, DateOnly day, BoardFilter filter, IReadOnlyCollection<JourneyId> journeys, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<JourneyId>>(journeys.ToHashSet());

    public Task<BoardSnapshot> SnapshotAsync(Partnership partnership, DateOnly? day, BoardCut cut, CancellationToken ct) =>
        Task.FromResult(new BoardSnapshot(Last, Epoch, day ?? Day, new Dictionary<Stage, int>(), [], new HashSet<string>()));

    public Task<IReadOnlyDictionary<JourneyId, BoardWoman>> WomenAsync(Partnership partnership, IReadOnlyCollection<JourneyId> journeys, DateOnly? day, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<JourneyId, BoardWoman>>(new Dictionary<JourneyId, BoardWoman>());

    public async Task<IReadOnlyList<BoardMessage>?> ReadAsync(Partnership partnership, long after, string? epoch, int most, CancellationToken ct)
    {
        await Task.Yield();
        BeforeRead?.Invoke();
        IReadOnlyList<BoardMessage>? read;
        lock (gate)
        {
            Reads++;
            read = after < FirstKept - 1 || after > lines.Count || (epoch ?? Epoch) != Epoch ? null : [.. lines.Where(m => m.Partnership == partnership && m.Position > after).Take(most)];
        }

        AfterRead?.Invoke(read?.Count ?? 0);
        return read;
    }

    public Task<string> EpochAsync(CancellationToken ct) => Task.FromResult(Epoch);

    public Task<IReadOnlyList<BoardMessage>> LastMovesAsync(Partnership partnership, long upTo, int most, CancellationToken ct)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<BoardMessage>>([.. lines.Where(m => m.Partnership == partnership && m.Position <= upTo).TakeLast(most)]);
    }

    public Task<long> PositionAsync(CancellationToken ct) => Task.FromResult(Last);

    public async IAsyncEnumerable<IReadOnlyList<BoardMessage>> TailAsync(long after, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            Task next;
            List<BoardMessage> batch;
            lock (gate)
            {
                next = more.Task;
                batch = [.. lines.Where(m => m.Position > after).Take(7)];
            }

            if (batch.Count == 0)
            {
                await next.WaitAsync(ct);
                continue;
            }

            after = batch[^1].Position;
            if (TailBreaksAfter < after)
            {
                TailBreaksAfter = null;
                throw new InvalidOperationException("The tail broke.");
            }

            yield return batch;
        }
    }
}
