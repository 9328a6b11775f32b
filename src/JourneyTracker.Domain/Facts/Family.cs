namespace JourneyTracker.Domain.Facts;

/// <summary>Which part of her journey a fact belongs to. On one day the families follow each other in this order.</summary>
public enum Family
{
    Herself,
    Police,
    Court,
    Supervision,
    Custody,
    Support,
    Sharing,
    Journal,
}
