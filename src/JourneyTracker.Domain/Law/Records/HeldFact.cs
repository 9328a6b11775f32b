using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Law.Records;

/// <summary>A fact as it is held to be true, with the id by which others name it.</summary>
public sealed record HeldFact(FactId Id, Fact Fact)
{
    public DateOnly Day => Fact.HappenedOn.Day;
}
