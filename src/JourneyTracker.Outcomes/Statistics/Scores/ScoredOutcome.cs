namespace JourneyTracker.Outcomes.Statistics.Scores;

/// <summary>What a rule said beforehand, and whether it happened afterwards.</summary>
/// <param name="Score">Higher means more likely. For calibration: a probability.</param>
public readonly record struct ScoredOutcome(double Score, bool Happened);
