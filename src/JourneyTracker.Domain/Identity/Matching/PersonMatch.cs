namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>That a woman fits what was asked, and why.</summary>
/// <param name="Rank">How well: lower is better.</param>
/// <param name="Reasons">In words, without what was asked or found.</param>
public sealed record PersonMatch(int Rank, IReadOnlyList<string> Reasons)
{
    /// <summary>Her journey itself was named.</summary>
    public static PersonMatch Named { get; } = new(0, ["the reference of her journey"]);
}
