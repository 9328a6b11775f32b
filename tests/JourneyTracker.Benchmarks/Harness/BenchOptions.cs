namespace JourneyTracker.Benchmarks.Harness;

/// <summary>What was said on the command line.</summary>
/// <param name="Turns">How often each measurement is repeated, turn by turn with its baseline.</param>
/// <param name="Seconds">How long a turn of a steady load lasts.</param>
/// <param name="Journeys">How many simulated journeys, where the size matters; null for the bench's own choice.</param>
/// <param name="Facts">How many simulated facts, where they are counted; null for the bench's own choice.</param>
/// <param name="Json">The answer as one document.</param>
/// <param name="Folder">Where the throwaway cluster of a run stands; null for the machine's temporary folder.</param>
/// <param name="WithMarten">Whether the journal on Marten is measured too, beside the one of our own.</param>
/// <param name="Keep">Leave the cluster's folder and say where it is.</param>
internal sealed record BenchOptions(int Turns, int Seconds, int? Journeys, long? Facts, bool Json, string? Folder, bool WithMarten, bool Keep);
