using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Web.Access;
using Xunit.Sdk;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>What a door answers to somebody, by what is written in docs/access.csv, docs/running.md (scopes) and below (roles).</summary>
internal sealed class Expected
{
    private static readonly Dictionary<Permission, (string? Scope, Role[] Roles)> Written = new()
    {
        [Permission.WatchBoard] = ("board.watch", [Role.Coordinator, Role.Practitioner, Role.Auditor]),
        [Permission.ReadJourney] = ("journeys.read", [Role.Coordinator, Role.Practitioner, Role.Auditor]),
        [Permission.RecordFacts] = ("facts.write", [Role.Coordinator, Role.Practitioner]),
        [Permission.OpenInEmergency] = (null, [Role.Coordinator, Role.Practitioner]),
        [Permission.CountWomen] = ("counts.read", Enum.GetValues<Role>()),
        [Permission.ConsiderRecall] = (null, [Role.Practitioner, Role.Auditor]),
        [Permission.TellGoneWell] = (null, [Role.Practitioner]),
        [Permission.SeeSight] = (null, [Role.Auditor]),
        [Permission.SeeAdministration] = (null, [Role.Coordinator, Role.Auditor, Role.Administrator]),
        [Permission.Administer] = (null, [Role.Administrator]),
        [Permission.Import] = (null, [Role.Coordinator]),
        [Permission.Operate] = ("operation.read", [Role.Coordinator, Role.Auditor, Role.Administrator]),
    };

    private static readonly string[] JusticeAgencies = ["POLICE", "CPS", "NON_POLICE_PROSECUTOR", "COURT", "PROBATION", "PRISON"];
    private static readonly string[] RecallAgencies = ["PROBATION", "WOMENS_CENTRE", "VOLUNTARY"];

    /// <summary>What an open board asks for by itself: it is told that its session ended, and loads the page anew.</summary>
    private static readonly string[] AskedByPages = ["/board/card", "/board/due"];

    public AccessTable Access { get; } = new();

    public Answer Of(Door door, Walker walker, Her? her)
    {
        if (door.Permission == Permission.None) return Answer.Open;
        if (walker.Caller is not { } caller || (walker.IsProgram && !door.IsForPrograms)) return door is { Method: "GET", IsForPrograms: false } && !AskedByPages.Any(p => door.Route.StartsWith(p, StringComparison.Ordinal)) ? Answer.LedToSignIn : Answer.NotSignedIn;
        var (scope, roles) = Written.TryGetValue(door.Permission, out var written) ? written : throw new XunitException($"Nobody wrote down who has the permission {door.Permission}: say it in Expected.Written.");
        if (walker.Scopes is { } has && (scope is null || !has.Split(' ').Contains(scope))) return Answer.Refused;
        if (!roles.Contains(caller.Role)) return door.Permission == Permission.ReadJourney ? Answer.NotFound : Answer.Refused;
        // Nobody here works with her, and nobody was asked what has gone well (safeguards S1); the auditor reads, and signs nothing.
        if (door.Permission == Permission.TellGoneWell) return JusticeAgencies.Contains(caller.AgencyType) ? Answer.Refused : Answer.NotFound;
        if (door.Permission == Permission.ConsiderRecall && caller.Role == Role.Practitioner) return RecallAgencies.Contains(caller.AgencyType) ? Answer.NotFound : Answer.Refused;
        if (door.Permission == Permission.ConsiderRecall && (door.Method != "GET" || door.Route != "/journeys/{id}/recall")) return Answer.NotFound;
        if (her is not null && (!Access.Knows(caller, her) || (door.Route.StartsWith("/board", StringComparison.Ordinal) && !her.IsOnBoard))) return Answer.NotFound;
        if ((door.Route.Contains("{agreement}", StringComparison.Ordinal) || door.Route.Contains("{run}", StringComparison.Ordinal)) && caller.Partnership != JournalHouse.North) return Answer.NotFound;
        // Only who sees a record whole can say what it should have been.
        // Only the agency that recorded it, and the coordinator where they see all of it, may change a fact.
        if (door.Route.Contains("{fact}", StringComparison.Ordinal) && (Access.Of(caller, her!, her!.Facts.Single(f => f.Agency == Walkers.Willow)) != Sight.Seen || (caller.Agency != Walkers.Willow && caller.Role != Role.Coordinator)))
            return Answer.NotFound;
        return door.Route == "/administration" && caller.Partnership == Walkers.Nowhere ? Answer.NotFound : Answer.Given;
    }

    public bool Watches(Walker walker) => Of(new Door("GET", "/hubs/board", Permission.WatchBoard), walker, null) == Answer.Given;

    /// <summary>Everything of hers that may stand in an answer to somebody.</summary>
    public HashSet<string> MayStand(Walker walker, Her her) => walker.Caller is { } caller && (!walker.IsProgram || walker.Scopes!.Contains("journeys.read", StringComparison.Ordinal)) && Access.Knows(caller, her)
        ? [.. Of(caller, her), her.Name, her.Journey.ToString(), her.Journey.Pseudonym]
        : walker.Caller is { } watcher && Watches(walker) && Access.Knows(watcher, her) ? [her.Name, her.Journey.ToString(), her.Journey.Pseudonym] : [];

    /// <summary>Of her facts, what stands in her whole record as somebody reads it.</summary>
    public HashSet<string> Of(Caller caller, Her her) =>
    [
        .. her.Facts.Where(f => f is { Words: not null, IsDisclosure: false } && Access.Of(caller, her, f) == Sight.Seen).Select(f => f.Words!),
        .. her.Facts.Where(f => Access.Of(caller, her, f) >= Sight.InPart).Select(f => f.By),
    ];

    /// <summary>Everything of hers that can be told.</summary>
    public static IEnumerable<string> All(Her her) => [.. her.Facts.Select(f => f.Words).OfType<string>(), .. her.Facts.Select(f => f.By), her.Name, her.Journey.ToString(), her.Journey.Pseudonym];
}

/// <summary>What an answer says by its status.</summary>
internal enum Answer
{
    /// <summary>What was asked for.</summary>
    Given,

    /// <summary>For everybody: whatever it is, it is no failure and tells of nobody.</summary>
    Open,
    LedToSignIn,
    NotSignedIn,
    Refused,
    NotFound,
    Malformed,
    Otherwise,
}
