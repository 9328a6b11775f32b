namespace JourneyTracker.Journal.Cluster;

/// <summary>How a private cluster is kept.</summary>
public sealed record ClusterOptions
{
    /// <summary>Every acknowledged commit survives a power cut.</summary>
    public static ClusterOptions Durable { get; } = new();

    /// <summary>For tests: nothing is flushed, and the folder is removed when its last user is gone.</summary>
    public static ClusterOptions Throwaway { get; } = new() { Ephemeral = true, SharedBuffersMegabytes = 128, MaxConnections = 500 };

    public bool Ephemeral { get; init; }

    public int SharedBuffersMegabytes { get; init; } = 256;

    public int MaxConnections { get; init; } = 200;

    /// <summary>Below this much free space the cluster is not started, because PostgreSQL stops hard when it cannot write.</summary>
    public long MinimumFreeBytes { get; init; } = 200L << 20;

    /// <summary>Further server settings, by name. They prevail over the ones chosen here.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the PostgreSQL programs are; null looks for them.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>How long to wait for another process that is starting or stopping the same cluster.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Told, in plain words, when something takes longer than a moment.</summary>
    public Action<string>? Progress { get; init; }
}
