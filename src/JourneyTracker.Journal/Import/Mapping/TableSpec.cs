namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>What the main file and the file of people have in common.</summary>
internal sealed record TableSpec(
    string Person, IReadOnlyList<FactSpec> Facts, FormatSpec? Format, ValueSpec? Area, IReadOnlyList<CheckSpec>? Checks, Otherwise Otherwise);
