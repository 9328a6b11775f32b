using System.Globalization;
using System.Text.RegularExpressions;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>
/// The numbers agencies know women by, in one spelling, and what is wrong with one. No rule of theirs is published; these are the ones by which services of the Ministry of
/// Justice refuse them. PNC and CRO numbers end in a letter: year (two digits) and serial, read as one number, divided by 23; the remainder chooses one of 23 letters
/// (hmpps-person-record, PNCIdentifier.kt and CROIdentifier.kt). CRNs and prison numbers have a shape and no check (hmpps-delius-api, Crn.kt;
/// prisoner-offender-search, PrisonerNumber.kt).
/// </summary>
public static partial class PersonNumbers
{
    public const string Pnc = "pnc";
    public const string Cro = "cro";
    public const string Crn = "crn";
    public const string Prison = "prison-number";

    /// <summary>What a source system calls her: nothing is known of its form.</summary>
    public const string Source = "source";

    private const string Letters = "ZABCDEFGHJKLMNPQRTUVWXY";
    private const int PncDigits = 7;
    private const int CroDigits = 6;

    /// <summary>The kinds there are.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Pnc, Cro, Crn, Prison, Source];

    /// <summary>One spelling for comparing: capitals, no spaces; PNC and CRO numbers with all digits of their year and serial.</summary>
    public static string Canonical(PersonIdentifier identifier)
    {
        if (identifier.Kind == Source) return identifier.Number.Trim();
        var text = Spaces().Replace(identifier.Number, "").ToUpperInvariant();
        return identifier.Kind switch
        {
            Pnc when PncShape().Match(text) is { Success: true } pnc => $"{WholeYear(Part(pnc, "year"))}/{Part(pnc, "serial").PadLeft(PncDigits, '0')}{Part(pnc, "check")}",
            Cro when CroShape().Match(text) is { Success: true } cro => $"{Part(cro, "serial").PadLeft(CroDigits, '0')}/{Part(cro, "year")}{Part(cro, "check")}",
            _ => text,
        };
    }

    /// <summary>What is wrong with a number and how to mend it; null when nothing is, or when nothing is known of its kind.</summary>
    public static Refusal? Problem(PersonIdentifier identifier)
    {
        var text = Canonical(identifier);
        return identifier.Kind switch
        {
            _ when text.Length == 0 => new(Rule.Malformed, "The number is empty.", "Give the number, or leave it out."),
            Source => null,
            Pnc => Lettered("PNC number", "2003/0011985X", PncShape().Match(text), PncDigits),
            Cro when SearchFileShape().Match(text) is { Success: true } filed => Lettered("CRO number", "SF05/482703J", filed, 0),
            Cro => Lettered("CRO number", "265416/21G or SF05/482703J", CroShape().Match(text), CroDigits),
            Crn when !CrnShape().IsMatch(text) => NotLike("CRN", "X123456"),
            Prison when !PrisonShape().IsMatch(text) => NotLike("prison number", "A1234BC"),
            Crn or Prison => null,
            var kind => new(Rule.UnknownCode, $"There is no kind of number called '{kind}'.", $"Use one of {string.Join(", ", Kinds)}."),
        };
    }

    /// <summary>A kind of number as people call it.</summary>
    public static string InWords(string kind) => kind switch
    {
        Pnc => "PNC number",
        Cro => "CRO number",
        Crn => "CRN",
        Prison => "prison number",
        _ => "number",
    };

    private static Refusal? Lettered(string name, string example, Match number, int digits) =>
        !number.Success ? NotLike(name, example)
        : LetterOf(Part(number, "year")[^2..] + Part(number, "serial").PadLeft(digits, '0')) == Part(number, "check")[0] ? null
        : new(Rule.Malformed, $"The last letter of the {name} does not fit its digits.", "One of them is wrong: compare it with where it was copied from, or leave the number out.");

    private static Refusal NotLike(string name, string example) => new(Rule.Malformed, $"That is not a {name}.", $"It looks like {example}: mend it, or leave the number out.");

    private static string Part(Match number, string name) => number.Groups[name].Value;

    private static char LetterOf(string digits) => Letters[(int)(long.Parse(digits, CultureInfo.InvariantCulture) % Letters.Length)];

    /// <summary>Two digits of a year: the Police National Computer began in 1974 and holds older records, so 40 and later are of the last century (assumed).</summary>
    private static string WholeYear(string year) => year.Length == 4 ? year : string.CompareOrdinal(year, "40") >= 0 ? "19" + year : "20" + year;

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();

    [GeneratedRegex("^(?<year>[0-9]{4}|[0-9]{2})(?:/(?<serial>[0-9]{1,7})|(?<serial>[0-9]{7}))(?<check>[A-Z])$")]
    private static partial Regex PncShape();

    [GeneratedRegex("^(?<serial>[0-9]{1,6})/(?<year>[0-9]{2})(?<check>[A-Z])$")]
    private static partial Regex CroShape();

    /// <summary>A number of the search file, of somebody whose fingerprints were not taken.</summary>
    [GeneratedRegex("^SF(?<year>[0-9]{2})/(?<serial>[0-9]{1,6})(?<check>[A-Z])$")]
    private static partial Regex SearchFileShape();

    [GeneratedRegex("^[A-Z][0-9]{6}$")]
    private static partial Regex CrnShape();

    [GeneratedRegex("^[A-Z][0-9]{4}[A-Z]{2}$")]
    private static partial Regex PrisonShape();
}
