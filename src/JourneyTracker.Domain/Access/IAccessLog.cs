using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Access;

/// <summary>One operation on a journey (Data Protection Act 2018 section 62; ig_rules IG-01 to IG-04).</summary>
/// <param name="At">When, to the microsecond.</param>
/// <param name="By">Who.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Journey">Which journey; null when the operation was about many (then <paramref name="Subject"/> says what).</param>
/// <param name="Door">Which page, endpoint, verb or hub method.</param>
/// <param name="Subject">What was looked at, without content.</param>
/// <param name="Why">The reason, if one was given; the caller's own when null.</param>
public sealed record AccessEntry(
    DateTimeOffset At, Caller By, AccessOperation Operation, JourneyId? Journey, string Door, string? Subject = null, string? Why = null)
{
    /// <summary>A read that named a journey and was answered with "not found", because there is none or because the caller may not know of it: which of the two is not said. It stands in the caller's partnership.</summary>
    public static AccessEntry NotFound(DateTimeOffset at, Caller by, JourneyId named, string door) => new(at, by, AccessOperation.Consultation, named, door, AccessSubjects.NotFound);
}

/// <summary>The six operations of section 62.</summary>
public enum AccessOperation
{
    Collection,
    Alteration,
    Consultation,
    Disclosure,
    Combination,
    Erasure,
}

/// <summary>Where every read of a journey is written down.</summary>
public interface IAccessLog
{
    /// <summary>Durable when it returns.</summary>
    /// <exception cref="NotWrittenDownException">It could not be written; then nothing may be shown.</exception>
    Task WriteAsync(IReadOnlyList<AccessEntry> entries, CancellationToken ct);
}

/// <summary>A read could not be written down. Whoever asked must be given nothing.</summary>
public sealed class NotWrittenDownException(Exception inner) : Exception("Looks at records cannot be written down at the moment, so nothing is shown.", inner);
