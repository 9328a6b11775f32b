using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Partnerships;

namespace JourneyTracker.Web.SignIn;

/// <summary>Who somebody is, from the claims of an id_token. What is missing or unknown is a refusal; nobody gets a role that was not said.</summary>
internal sealed class ClaimsMapping(PersonClaims claims, PartnershipRegister partnerships)
{
    private const int LongestName = 200;
    private const int MostWomen = 1_000;

    /// <exception cref="SignInRefusedException">It does not say who somebody is.</exception>
    public async Task<Caller> CallerAsync(JsonElement token, CancellationToken ct)
    {
        var wrong = new List<string>();
        var person = Text(token, claims.Person, "your user name", wrong);
        var agency = Text(token, claims.Agency, "your agency", wrong);
        var agencyType = Text(token, claims.AgencyType, "what kind of agency yours is", wrong);
        if (agencyType is not null && !CodeList.AgencyTypes.Has(agencyType)) wrong.Add("What kind of agency yours is has a value that is not known here.");
        var said = Text(token, claims.Role, "your role", wrong);
        var role = RoleCodes.Find(said ?? "");
        if (said is not null && role is null) wrong.Add("Your role has a value that is not known here.");
        var partnership = await PartnershipAsync(token, wrong, ct);
        var women = Women(token, wrong);
        var familyName = claims.FamilyName is { } family && ClaimReading.Values(token, family.Claim!) is [var first, ..] ? first : null;
        if (wrong.Count > 0) throw new SignInRefusedException(SignInRefusal.Unknown(wrong));
        return new Caller(person!, agency!, agencyType!, role!.Value, partnership) { Women = women, FamilyName = familyName };
    }

    private async Task<Partnership> PartnershipAsync(JsonElement token, List<string> wrong, CancellationToken ct)
    {
        var said = Text(token, claims.Partnership, "your partnership", wrong);
        if (said is null) return default;
        if (Partnership.TryParse(said, null, out var partnership) && await partnerships.FindAsync(partnership, ct) is not null) return partnership;
        wrong.Add("Your partnership is not one of this house.");
        return default;
    }

    private HashSet<JourneyId> Women(JsonElement token, List<string> wrong)
    {
        var women = new HashSet<JourneyId>();
        if (claims.Women is null) return women;
        foreach (var value in ClaimReading.Values(token, claims.Women.Claim!).Take(MostWomen + 1))
        {
            if (women.Count < MostWomen && JourneyId.TryParse(value, null, out var journey)) women.Add(journey);
            else if (wrong.All(w => !w.Contains("women", StringComparison.Ordinal))) wrong.Add($"The women you work with are not all journeys' ids, or are more than {MostWomen}.");
        }

        return women;
    }

    private static string? Text(JsonElement token, ClaimValue of, string what, List<string> wrong)
    {
        if (of.Always is { } always) return always;
        var said = ClaimReading.Values(token, of.Claim!);
        if (said.Count == 0)
        {
            wrong.Add($"It does not say {what}.");
            return null;
        }

        // Of several the first in the file's order counts: whoever wrote the file decided, and it is the same each time.
        var meant = of.Values is null ? said : [.. of.Values.Where(v => said.Contains(v.Key)).Select(v => v.Value)];
        if (of.Values is null && meant.Distinct().Skip(1).Any()) wrong.Add($"It says several things for {what}, and not which of them counts.");
        else if (meant.Count == 0) wrong.Add($"What it says for {what} is not known here.");
        else if (meant[0].Length > LongestName || meant[0].Any(char.IsControl)) wrong.Add($"What it says for {what} is too long.");
        else return meant[0];
        return null;
    }
}
