using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Access;

/// <summary>Who may ask the access log. It may be used to verify that processing is lawful, for self-monitoring and discipline, integrity and security, and criminal proceedings (IG-04).</summary>
public static class MayAudit
{
    /// <summary>Auditors of the partnership, and nobody else.</summary>
    public static bool AccessLog(Caller caller, Partnership partnership) => caller.Partnership == partnership && caller.Role == Role.Auditor;
}
