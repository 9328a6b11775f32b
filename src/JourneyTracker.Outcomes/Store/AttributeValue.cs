using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Outcomes.Store;

/// <summary>What an evaluator's own file says of a woman; it stands in the store alone, never in the journal.</summary>
/// <param name="Journey">Hers.</param>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value as text.</param>
public sealed record AttributeValue(JourneyId Journey, string Name, string Value);
