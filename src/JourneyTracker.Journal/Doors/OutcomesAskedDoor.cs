using JourneyTracker.Domain.Access;

namespace JourneyTracker.Journal.Doors;

/// <summary>Before the evaluator's store answers somebody: whether they may count, and that they asked is written down. The store itself names nobody.</summary>
public sealed class OutcomesAskedDoor(IAccessLog log, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="door">Which page or endpoint.</param>
    /// <param name="subject">What is asked, without anything that somebody typed freely.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether the caller may be answered.</returns>
    public async Task<bool> AdmitsAsync(Caller caller, string door, string subject, CancellationToken ct)
    {
        if (!MaySee.Counts(caller, caller.Partnership)) return false;
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, null, door, subject)], ct);
        return true;
    }
}
