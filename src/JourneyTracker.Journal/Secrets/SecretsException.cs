namespace JourneyTracker.Journal.Secrets;

/// <summary>The keys at hand do not fit. The message is fit for the person who started the program.</summary>
public sealed class SecretsException(string message, Exception? inner = null) : Exception(message, inner);
