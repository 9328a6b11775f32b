using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Events;

/// <summary>
/// An append as the database takes it: hashed, sealed and written. When it is barred its new facts are refused whatever the database says;
/// repeats are still recognised.
/// </summary>
internal sealed record PreparedAppend(Partnership Partnership, JourneyId Journey, long? Expected, IReadOnlyList<PreparedFact> Facts, Refusal? Barred);

/// <summary>One row to be; or, when SameAs is set, a repeat of the fact at that index of the same append.</summary>
internal sealed record PreparedFact(
    FactId Id, string Name, byte[] Body, string Headers, DateTimeOffset? RecordedAt, string? System, byte[]? Reference, byte[]? Content, int? SameAs);
