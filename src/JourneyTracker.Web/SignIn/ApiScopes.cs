using JourneyTracker.Web.Access;

namespace JourneyTracker.Web.SignIn;

/// <summary>What a program's scopes allow. The program's role in the sign-in file bounds it too.</summary>
internal static class ApiScopes
{
    /// <summary>Null for what no program is given.</summary>
    public static string? Of(Permission permission) => permission switch
    {
        Permission.WatchBoard => "board.watch",
        Permission.ReadJourney => "journeys.read",
        Permission.RecordFacts => "facts.write",
        Permission.CountWomen => "counts.read",
        Permission.Operate => "operation.read",
        _ => null,
    };
}
