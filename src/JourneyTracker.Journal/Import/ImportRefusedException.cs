namespace JourneyTracker.Journal.Import;

/// <summary>The import as a whole cannot go on: the message is one sentence for the person who started it.</summary>
public sealed class ImportRefusedException(string message, Exception? inner = null) : Exception(message, inner);
