using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Finding;

/// <summary>What somebody typed of a woman for whom a journey is to be opened.</summary>
/// <param name="Form">Names the form: sent twice, it opens one journey.</param>
/// <param name="Name">Her name.</param>
/// <param name="Aliases">Other names, each on its own line.</param>
/// <param name="Born">Her date of birth.</param>
/// <param name="Numbers">Numbers agencies know her by, each under its kind.</param>
/// <param name="Area">Code of the police force area she is known in.</param>
internal sealed record NewJourney(Guid Form, string? Name, string? Aliases, TypedDay Born, IReadOnlyDictionary<string, string?> Numbers, string? Area)
{
    /// <summary>Numbers that people type; what a source system calls her comes with an import.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [PersonNumbers.Pnc, PersonNumbers.Cro, PersonNumbers.Crn, PersonNumbers.Prison];

    public static NewJourney Of(IFormCollection form) => new(
        Guid.TryParse(form["form"], out var id) ? id : Guid.NewGuid(), form["name"], form["aliases"], TypedDay.Of(form, "born"),
        Kinds.ToDictionary(kind => kind, kind => (string?)form[kind]), form["area"]);

    /// <summary>As a search that found nobody leaves it to be completed.</summary>
    public static NewJourney After(AskedSearch? search)
    {
        var isNumber = search?.Typed?.Any(char.IsAsciiDigit) == true;
        return new(Guid.NewGuid(), isNumber ? null : search?.Typed, null, search?.Born ?? TypedDay.None, Kinds.ToDictionary(kind => kind, _ => (string?)null), null);
    }

    /// <summary>Everything that was typed, to be kept in a page that asks something else.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Kept =>
    [
        new("form", Form.ToString()), new("name", Name), new("aliases", Aliases), new("born.day", Born.Day), new("born.month", Born.Month), new("born.year", Born.Year), .. Numbers, new("area", Area),
    ];

    /// <summary>Who she is, or what is wrong, by field.</summary>
    public (PersonIdentity Said, IReadOnlyDictionary<string, string> Wrong) Read(DateOnly today)
    {
        var wrong = new Dictionary<string, string>();
        var (born, mistake) = Born.IsEmpty ? (null, null) : Born.Read("Date of birth");
        string[] aliases = [.. (Aliases ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        PersonIdentifier[] numbers = [.. Numbers.Where(n => !string.IsNullOrWhiteSpace(n.Value)).Select(n => new PersonIdentifier(n.Key, n.Value!.Trim()))];
        var said = new PersonIdentity(string.IsNullOrWhiteSpace(Name) ? null : Name.Trim(), born, aliases.Length > 0 ? aliases : null, numbers.Length > 0 ? numbers : null);
        foreach (var problem in mistake is null ? IdentifyingDoor.Problems(said, today) : [.. IdentifyingDoor.Problems(said, today).Where(p => p.Where is not null)])
            wrong.TryAdd(FieldOf(problem, numbers), $"{problem.What} {problem.How}");
        if (mistake is not null) wrong["born"] = mistake;
        if (!string.IsNullOrEmpty(Area) && !CodeList.PoliceForceAreas.Has(Area)) wrong["area"] = "Choose an area from the list";
        return (said, wrong);
    }

    private static string FieldOf(Refusal problem, PersonIdentifier[] numbers) => problem.Where switch
    {
        "dateOfBirth" => "born",
        { } where when where.StartsWith("aliases", StringComparison.Ordinal) => "aliases",
        { } where when where.StartsWith("identifiers", StringComparison.Ordinal) => numbers[int.Parse(where["identifiers[".Length..^1], System.Globalization.CultureInfo.InvariantCulture)].Kind,
        _ => "name",
    };
}
