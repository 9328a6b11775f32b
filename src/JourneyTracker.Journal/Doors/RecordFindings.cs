using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Journal.Doors;

/// <summary>What in the records does not fit together, as far as the caller may know of it.</summary>
/// <param name="ByAgency">How many there are by the agency whose record it is.</param>
/// <param name="ByCode">How many there are by kind.</param>
/// <param name="Shown">Those of the page that was asked for: by kind, within it by woman, the newest first.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="IsCut">Whether older ones were not looked at.</param>
/// <param name="Frozen">Journeys with a record that this version cannot read, and since when.</param>
public sealed record RecordFindings(
    IReadOnlyDictionary<string, int> ByAgency, IReadOnlyDictionary<FindingCode, int> ByCode, IReadOnlyList<RecordFinding> Shown, int Count, bool IsCut,
    IReadOnlyList<(JourneyId Journey, string? Name, DateTimeOffset Since)> Frozen);

/// <summary>One thing that does not fit.</summary>
/// <param name="Journey">Whose record.</param>
/// <param name="Name">Who she is, when it is on record.</param>
/// <param name="Code">What does not fit.</param>
/// <param name="Day">The day it is about.</param>
/// <param name="Fact">The fact it is about.</param>
/// <param name="Agency">Who recorded that.</param>
public sealed record RecordFinding(JourneyId Journey, string? Name, FindingCode Code, DateOnly Day, FactId Fact, string Agency);
