namespace JourneyTracker.Outcomes.Store;

/// <summary>Somebody else builds the store: two builds at once would take the same number, and one would replace what the other published.</summary>
public sealed class StoreBusyException() : Exception("Another build of this store is running.");
