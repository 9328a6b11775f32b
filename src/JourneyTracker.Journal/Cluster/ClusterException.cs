namespace JourneyTracker.Journal.Cluster;

/// <summary>A database that cannot be had. The message is one whole sentence (or two) for the person at the keyboard.</summary>
public sealed class ClusterException : Exception
{
    public ClusterException(string message) : base(message) { }

    public ClusterException(string message, Exception inner) : base(message, inner) { }

    public ClusterException() { }
}
