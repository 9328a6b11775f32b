namespace JourneyTracker.Journal.Folding;

/// <summary>Whose transaction drew a number and has not ended: nothing from that number on is read until it does.</summary>
/// <param name="Process">The server's process; null for a prepared transaction.</param>
/// <param name="Role">As whom it logged in; null for a prepared transaction.</param>
/// <param name="Open">How long the transaction has been open; null when our login may not see it.</param>
public sealed record LogHolder(int? Process, string? Role, TimeSpan? Open);
