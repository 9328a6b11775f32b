using JourneyTracker.Domain.Journal;

namespace JourneyTracker.CritterStack.Commands;

/// <summary>The command to record facts on a journey. It is handled where it is sent, and never stored: its protected values are open.</summary>
public sealed record RecordFacts(Append Append);

/// <summary>Facts were recorded, up to a position. All that the outbox ever holds: it says nothing about anybody.</summary>
public sealed record FactsRecorded(long Position);
