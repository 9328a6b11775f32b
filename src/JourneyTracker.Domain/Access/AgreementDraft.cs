using System.Globalization;

namespace JourneyTracker.Domain.Access;

/// <summary>A sharing agreement as somebody typed it.</summary>
/// <param name="Parties">One agency on each line.</param>
/// <param name="Purpose">For what.</param>
/// <param name="LawfulBasis">On which lawful basis.</param>
/// <param name="Condition">Which condition of Article 9 or of Schedule 1.</param>
/// <param name="Dpia">Where the impact assessment is found.</param>
/// <param name="SignedOn">The day on which it was signed.</param>
/// <param name="ReviewOn">The day on which it is to be looked at again.</param>
public sealed record AgreementDraft(string? Parties, string? Purpose, string? LawfulBasis, string? Condition, string? Dpia, string? SignedOn, string? ReviewOn)
{
    private const int Longest = 2_000;
    private const int MostParties = 100;

    /// <summary>What it says, or by field what is to be mended.</summary>
    /// <param name="today">Nobody signed later than that.</param>
    public (AgreementTerms? Terms, IReadOnlyDictionary<string, string> Wrong) Read(DateOnly today)
    {
        var wrong = new Dictionary<string, string>();
        string[] parties = [.. (Parties ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (parties.Length < 2) wrong["parties"] = "Enter at least two agencies, each on its own line";
        else if (parties.Length > MostParties || parties.Any(p => p.Length > 200)) wrong["parties"] = $"Enter at most {MostParties} agencies, each with at most 200 characters";
        var purpose = Text(Purpose, "purpose", "Enter what is shared and for what", wrong);
        var basis = Text(LawfulBasis, "lawfulBasis", "Enter the lawful basis", wrong);
        var condition = Text(Condition, "condition", "Enter the Article 9 or Schedule 1 condition, or that none is needed", wrong);
        var dpia = Text(Dpia, "dpia", "Enter where the data protection impact assessment is found", wrong);
        var signed = Day(SignedOn, "signedOn", "Enter the day it was signed, such as 2026-03-01", wrong);
        var review = Day(ReviewOn, "reviewOn", "Enter the day it is reviewed, such as 2027-03-01", wrong);
        if (signed > today) wrong["signedOn"] = "The day it was signed must be today or in the past";
        if (review <= signed) wrong["reviewOn"] = "The day it is reviewed must be after the day it was signed";
        return wrong.Count > 0 ? (null, wrong) : (new AgreementTerms(parties, purpose, basis, condition, dpia, signed!.Value, review!.Value), wrong);
    }

    /// <summary>The day from which one is ended, or what is to be mended.</summary>
    public static (DateOnly? Day, string? Wrong) ReadEnd(string? typed, AgreementTerms terms)
    {
        var wrong = new Dictionary<string, string>();
        var day = Day(typed, "endedOn", "Enter the first day on which it no longer holds, such as 2026-03-01", wrong);
        if (day < terms.SignedOn) wrong["endedOn"] = "It cannot end before the day it was signed";
        return wrong.TryGetValue("endedOn", out var why) ? (null, why) : (day, null);
    }

    private static string Text(string? typed, string field, string missing, Dictionary<string, string> wrong)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0) wrong[field] = missing;
        else if (text.Length > Longest) wrong[field] = $"Enter at most {Longest} characters";
        return text;
    }

    private static DateOnly? Day(string? typed, string field, string missing, Dictionary<string, string> wrong)
    {
        if (DateOnly.TryParseExact((typed ?? "").Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        wrong[field] = missing;
        return null;
    }
}
