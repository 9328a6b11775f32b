using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Access;

/// <summary>One operation on a journey (Data Protection Act 2018 section 62; ig_rules IG-01 to IG-04).</summary>
/// <param name="At">When, to the microsecond.</param>
/// <param name="By">Who.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Journey">Which journey; null when the operation was about many (then <paramref name="Subject"/> says what).</param>
/// <param name="Door">Which page, endpoint, verb or hub method.</param>
/// <param name="Subject">What was looked at, without content.</param>
/// <param name="Why">The reason, if one was given.</param>
public sealed record AccessEntry(
    DateTimeOffset At, Caller By, AccessOperation Operation, JourneyId? Journey, string Door, string? Subject = null, string? Why = null);

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
    Task WriteAsync(IReadOnlyList<AccessEntry> entries, CancellationToken ct);
}
