namespace JourneyTracker.Domain.Journal;

/// <summary>Opens protected values for those who may see them.</summary>
public interface IProtectedValues
{
    /// <summary>The same facts, opened with their journeys' keys; a value whose key was destroyed is marked as erased.</summary>
    Task<IReadOnlyList<RecordedFact>> OpenAsync(IReadOnlyList<RecordedFact> facts, CancellationToken ct);
}
