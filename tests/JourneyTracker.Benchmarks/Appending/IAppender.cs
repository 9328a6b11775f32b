namespace JourneyTracker.Benchmarks.Appending;

/// <summary>One caller, who records a fact and waits until it is durable.</summary>
internal interface IAppender : IAsyncDisposable
{
    Task AppendAsync(CancellationToken ct);
}
