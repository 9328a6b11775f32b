namespace JourneyTracker.Journal.Schema;

/// <summary>The schema in the database is not one that this program can go on from. The message is fit for the person who started it.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
