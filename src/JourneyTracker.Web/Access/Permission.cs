using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Web.Access;

/// <summary>What somebody must be allowed to do before a page, an endpoint or a hub method answers.</summary>
public enum Permission
{
    /// <summary>Nothing: style sheets, health, the description of the API. They say nothing about anybody.</summary>
    None,

    WatchBoard,
    ReadJourney,
    RecordFacts,

    /// <summary>Open what is not shared of a woman, to keep a person safe.</summary>
    OpenInEmergency,
    CountWomen,

    /// <summary>See how the server does, with the ids of journeys that are in trouble: whoever runs it.</summary>
    Operate,

    /// <summary>Ask who could see a woman's record on a day, and who did.</summary>
    SeeSight,

    /// <summary>Consider a recall, countersign it, or read what is considered. The door asks who works with her.</summary>
    ConsiderRecall,

    /// <summary>Tell what has gone well with a woman, for a service.</summary>
    TellGoneWell,

    /// <summary>See of what the partnership is made.</summary>
    SeeAdministration,

    /// <summary>Change it.</summary>
    Administer,

    /// <summary>Import agencies' files and read rows that were refused. Coordinators alone: the rows name women, of whom an administrator knows none and a practitioner not of other agencies' files.</summary>
    Import,
}

/// <summary>States the permission of an endpoint or hub method. One without it is never served, and a test finds it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

internal static class Permissions
{
    /// <summary>Asks the domain. The doors behind ask again, for the journey and the fact at hand.</summary>
    public static bool Allows(this Permission permission, Caller caller, Partnership partnership) => permission switch
    {
        Permission.None => true,
        Permission.WatchBoard => MaySee.Board(caller, partnership),
        Permission.ReadJourney => MaySee.Journey(caller, partnership) != Sight.NotFound,
        Permission.RecordFacts => MaySee.Record(caller, partnership),
        Permission.OpenInEmergency => MaySee.Override(caller, partnership),
        Permission.CountWomen => MaySee.Counts(caller, partnership),
        Permission.Operate => MaySee.Operation(caller, partnership),
        Permission.SeeSight => MayAudit.AccessLog(caller, partnership),
        Permission.ConsiderRecall => caller.Partnership == partnership && (caller.Role == Role.Auditor || MaySee.Supports(caller)),
        Permission.TellGoneWell => caller.Partnership == partnership && MaySee.TellsWhatGoesWell(caller),
        Permission.SeeAdministration => MaySee.SeeAdministration(caller, partnership),
        Permission.Administer => MaySee.Administer(caller, partnership),
        Permission.Import => MaySee.Import(caller, partnership),
        _ => false,
    };
}
