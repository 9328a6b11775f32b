namespace JourneyTracker.Domain.Access;

/// <summary>What a caller may know of a fact or a journey.</summary>
public enum Sight
{
    /// <summary>Nothing, not even that it exists: the answer is "not found".</summary>
    NotFound,

    /// <summary>That it exists, not what it says.</summary>
    Masked,

    /// <summary>All of it.</summary>
    Seen,
}
