using JourneyTracker.Domain.Time;

namespace JourneyTracker.Outcomes.Processes.Export;

/// <summary>One event as it is written to a process-mining file.</summary>
/// <param name="Attributes">Further texts by name; null for none.</param>
public sealed record LoggedEvent(string Activity, HappenedOn At, IReadOnlyDictionary<string, string>? Attributes = null);

/// <summary>One case with its events, in order.</summary>
/// <param name="Case">A pseudonym made for this export.</param>
public sealed record LoggedTrace(string Case, IEnumerable<LoggedEvent> Events, IReadOnlyDictionary<string, string>? Attributes = null);

/// <summary>Something that takes part in events: a woman, a matter, a support episode.</summary>
/// <param name="Attributes">Its texts by name, which do not change over time; null for none.</param>
public sealed record LoggedObject(string Id, string Type, IReadOnlyDictionary<string, string>? Attributes = null);

/// <summary>One event of an object-centric log.</summary>
/// <param name="Objects">What takes part in it, and as what.</param>
public sealed record LoggedObjectEvent(
    string Id, string Type, HappenedOn At, IReadOnlyList<(string ObjectId, string Qualifier)> Objects, IReadOnlyDictionary<string, string>? Attributes = null);
