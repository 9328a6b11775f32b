namespace JourneyTracker.Domain.Access;

/// <summary>What a caller may know of a fact or a journey; each more than the one before.</summary>
public enum Sight
{
    /// <summary>Nothing, not even that it exists: the answer is "not found".</summary>
    NotFound,

    /// <summary>That something of that day exists, not what it is nor who recorded it.</summary>
    Masked,

    /// <summary>Of a session: whether she was there, nothing else (safeguards S8).</summary>
    AttendanceOnly,

    /// <summary>All but what is sealed.</summary>
    InPart,

    /// <summary>All of it.</summary>
    Seen,
}
