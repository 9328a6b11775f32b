using System.Globalization;
using System.Text.RegularExpressions;

namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>
/// The numbers agencies know women by, in one spelling, and whether they can be right. The last letter of a PNC number: the last two digits of its year and the seven of
/// its serial, read as one number, divided by 23; the remainder chooses one of 23 letters. Source: the Ministry of Justice's open person record service validates so; no
/// published rule was found: likely. The CRO number's letter (two digits of the year, six of the serial), and the shapes of CRN and prison numbers, are unverified: a number that fails
/// them is pointed out, never refused.
/// </summary>
public static partial class PersonNumbers
{
    public const string Pnc = "pnc";
    public const string Cro = "cro";
    public const string Crn = "crn";
    public const string Prison = "prison-number";
    private const string Letters = "ZABCDEFGHJKLMNPQRTUVWXY";

    /// <summary>One spelling for comparing: capitals, no spaces; a PNC number with its whole year and seven digits of serial.</summary>
    public static string Canonical(PersonIdentifier identifier)
    {
        var text = Spaces().Replace(identifier.Number, "").ToUpperInvariant();
        if (identifier.Kind != Pnc || PncShape().Match(text) is not { Success: true } pnc) return text;
        return $"{WholeYear(pnc.Groups["year"].Value)}/{pnc.Groups["serial"].Value.PadLeft(7, '0')}{pnc.Groups["check"].Value}";
    }

    /// <summary>What is wrong with a number, in words; null when nothing is, or when nothing is known of its kind.</summary>
    public static string? Problem(PersonIdentifier identifier)
    {
        var text = Canonical(identifier);
        return identifier.Kind switch
        {
            Pnc when PncShape().Match(text) is not { Success: true } => "A PNC number looks like 2001/0123456A.",
            Pnc when LetterOf(text[2..4] + text[5..12]) != text[^1] => "The last letter of the PNC number does not fit its digits: one of them is wrong.",
            Cro when CroShape().Match(text) is not { Success: true } => "A CRO number looks like 123456/01A.",
            Cro when CroShape().Match(text) is { } cro && LetterOf(cro.Groups["year"].Value + cro.Groups["serial"].Value.PadLeft(6, '0')) != text[^1] =>
                "The last letter of the CRO number does not fit its digits: one of them may be wrong.",
            Crn when !CrnShape().IsMatch(text) => "A CRN looks like X123456.",
            Prison when !PrisonShape().IsMatch(text) => "A prison number looks like A1234BC.",
            _ => null,
        };
    }

    private static char LetterOf(string digits) => Letters[(int)(long.Parse(digits, CultureInfo.InvariantCulture) % Letters.Length)];

    /// <summary>Two digits of a year: the Police National Computer began in 1974 and holds older records, so 40 and later are of the last century (assumed).</summary>
    private static string WholeYear(string year) => year.Length == 4 ? year : string.CompareOrdinal(year, "40") >= 0 ? "19" + year : "20" + year;

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();

    [GeneratedRegex("^(?<year>[0-9]{4}|[0-9]{2})/(?<serial>[0-9]{1,7})(?<check>[A-Z])$")]
    private static partial Regex PncShape();

    [GeneratedRegex("^(?<serial>[0-9]{1,6})/(?<year>[0-9]{2})(?<check>[A-Z])$")]
    private static partial Regex CroShape();

    [GeneratedRegex("^[A-Z][0-9]{6}$")]
    private static partial Regex CrnShape();

    [GeneratedRegex("^[A-Z][0-9]{4}[A-Z]{2}$")]
    private static partial Regex PrisonShape();
}
