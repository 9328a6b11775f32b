namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>Two journeys that may be one woman's.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="OfFirst">Who she is by the first.</param>
/// <param name="OfSecond">Who she is by the second.</param>
/// <param name="Why">What speaks for it, and against.</param>
public sealed record PossibleDouble(JourneyId First, JourneyId Second, PersonIdentity OfFirst, PersonIdentity OfSecond, Likeness Why)
{
    /// <summary>Whether these are the two, in whichever order.</summary>
    public bool Joins(JourneyId one, JourneyId other) => (First == one && Second == other) || (First == other && Second == one);

    public override string ToString() => "(two identities)";
}
