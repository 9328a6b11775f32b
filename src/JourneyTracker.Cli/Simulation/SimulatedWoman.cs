using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Cli.Simulation;

/// <summary>A made-up woman with everything that was recorded about her before the end day, in the order of recording.</summary>
/// <param name="Number">Her number in the simulation, from 0.</param>
/// <param name="Journey">Her journey.</param>
/// <param name="Identity">Visibly fictional; for the identity vault only.</param>
/// <param name="Facts">What was recorded, and by whom.</param>
public sealed record SimulatedWoman(int Number, JourneyId Journey, PersonIdentity Identity, IReadOnlyList<SimulatedFact> Facts);

/// <summary>A fact with who recorded it.</summary>
public sealed record SimulatedFact(NewFact Fact, Recorder By)
{
    public DateTimeOffset RecordedAt => Fact.RecordedAt!.Value;
}
