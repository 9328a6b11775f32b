using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>Somebody who tries every door.</summary>
/// <param name="Name">As the summary calls them.</param>
/// <param name="Caller">Who signed in, or who the program is; null for nobody.</param>
/// <param name="Scopes">A program's scopes, with spaces between them; null for a person.</param>
/// <param name="Client">The program, as the provider knows it.</param>
internal sealed record Walker(string Name, Caller? Caller, string? Scopes = null, string Client = Walkers.Program)
{
    public bool IsProgram => Scopes is not null;
}

/// <summary>Everybody who tries.</summary>
internal static class Walkers
{
    public const string Willow = "Willow Women's Centre";
    public const string Homes = "Northshire Homes";
    public const string Barred = "bar.red";
    public const string Urgent = "urgent";
    public const string Program = "ndelius-feed";
    public const string Stranger = "stranger";

    /// <summary>No partnership of the house.</summary>
    public static readonly Partnership Nowhere = new("atlantis");

    private static readonly string[] AllScopes = ["board.watch", "journeys.read", "facts.write", "counts.read", "operation.read"];

    public static IReadOnlyList<Walker> All { get; } =
    [
        new("anonymous", null),
        new("a program nobody knows", null, string.Join(' ', AllScopes), Stranger),
        new("of no partnership", Of("nobody", "Somewhere", "VOLUNTARY", Role.Coordinator) with { Partnership = Nowhere }),
        new("another partnership", Of("sue", "Coordination", "VOLUNTARY", Role.Coordinator) with { Partnership = JournalHouse.South }),
        new("another's administrator", Of("sid", "Coordination", "VOLUNTARY", Role.Administrator) with { Partnership = JournalHouse.South }),
        new("barred", Of(Barred, Homes, "LA_HOUSING")),
        new("coordinator", Of("ada", "Coordination", "VOLUNTARY", Role.Coordinator)),
        new("police", Of("pc", "Northshire Police", "POLICE")),
        new("probation", Of("po", "Northshire Probation", "PROBATION")),
        new("prison", Of("ro", "HMP Example", "PRISON")),
        new("women's centre", Of("kit", Willow, "WOMENS_CENTRE")),
        new("housing", Of("hal", Homes, "LA_HOUSING")),
        new("housing, emergency", Of(Urgent, Homes, "LA_HOUSING")),
        new("auditor", Of("aud", "Audit", "PCC", Role.Auditor)),
        new("evaluator", Of("eva", "University", "EDUCATION", Role.Evaluator)),
        new("administrator", Of("adm", "Coordination", "VOLUNTARY", Role.Administrator)),
        .. AllScopes.Select(scope => new Walker($"program, {scope}", TheProgram, scope)),
        new("program, no scope", TheProgram, ""),
    ];

    private static Caller TheProgram => Of(Program, "North probation", "PROBATION");

    private static Caller Of(string person, string agency, string type, Role role = Role.Practitioner) => new(person, agency, type, role, JournalHouse.North);
}
