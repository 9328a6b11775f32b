using JourneyTracker.Outcomes.Duck;

namespace JourneyTracker.Outcomes.Store;

/// <summary>A generation that is being read.</summary>
public sealed class OpenGeneration(Generation generation, DuckDatabase database) : IDisposable
{
    public Generation Generation => generation;

    /// <summary>For one thread; it can change nothing.</summary>
    public DuckConnection Connect() => database.Connect();

    public void Dispose() => database.Dispose();
}
