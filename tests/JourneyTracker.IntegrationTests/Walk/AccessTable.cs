using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>What docs/access.csv says: the walk expects that, and does not ask the code.</summary>
internal sealed class AccessTable
{
    private readonly Dictionary<string, Dictionary<string, string>> rows;

    public AccessTable()
    {
        var lines = File.ReadLines(Path.Combine(Browser.Root(), "docs", "access.csv")).Select(l => l.Split(',')).ToList();
        rows = lines.Skip(1).ToDictionary(l => string.Join(',', l[..4]), l => lines[0].Zip(l).ToDictionary(c => c.First, c => c.Second));
    }

    /// <summary>Whether the caller may know of her.</summary>
    public bool Knows(Caller caller, Her her) => caller.Partnership == JournalHouse.North && Cell(caller, "none", Circumstance(caller, her), RecordPart.General) != Sight.NotFound;

    /// <summary>What the caller may know of a fact; its own people's records an agency sees.</summary>
    public Sight Of(Caller caller, Her her, Told told)
    {
        if (!Knows(caller, her)) return Sight.NotFound;
        if (told.IsSpent) return Cell(caller, "none", "spent", told.Part);
        return told.Agency == caller.Agency ? Sight.Seen : Cell(caller, Consent(caller, her), Circumstance(caller, her), told.Part);
    }

    private Sight Cell(Caller caller, string consent, string circumstance, RecordPart part) =>
        Sights[rows[$"{Kebab(caller.Role)},{caller.AgencyType},{consent},{circumstance}"][Kebab(part)]];

    private static readonly Dictionary<string, Sight> Sights = Enum.GetValues<Sight>().ToDictionary(Kebab);

    private static string Consent(Caller caller, Her her) => her.Kind != HerKind.Sharing ? "none" : caller.Agency switch { Walkers.Willow => "free", Walkers.Homes => "attendance", _ => "none" };

    private static string Circumstance(Caller caller, Her her) => (her.Kind, caller.Person) switch
    {
        (HerKind.Usual, Walkers.Barred) => "barred",
        (HerKind.Usual, Walkers.Urgent) => "emergency",
        (HerKind.Limited, _) => caller.Agency == Walkers.Willow ? "limited-to-caller" : "limited-to-others",
        (HerKind.SupportAlone, _) => "support-alone",
        _ => "usual",
    };

    private static string Kebab<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
