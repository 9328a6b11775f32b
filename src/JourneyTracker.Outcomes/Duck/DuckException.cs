namespace JourneyTracker.Outcomes.Duck;

/// <summary>DuckDB refused a statement or a file; the message is its own.</summary>
public sealed class DuckException(string message) : Exception(message);
