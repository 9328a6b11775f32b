using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Web.SignIn;

/// <summary>Reads a sign-in file and checks all of it, so that what is wrong is said at the start and not to the first person who signs in.</summary>
public sealed class SignInFile
{
    private readonly string path;

    private SignInFile(string path) => this.path = path;

    /// <exception cref="SignInFileException">It cannot be used.</exception>
    public static SignInSettings Read(string path) => new SignInFile(path).Settings();

    private SignInSettings Settings()
    {
        var file = Parsed();
        Check(file);
        return new SignInSettings(new Uri(file.Authority), file.ClientId, Secret(file.ClientSecret), PeopleOf(file.Claims))
        {
            ClientAuthentication = file.ClientAuthentication,
            Scopes = file.Scopes ?? ["openid", "profile"],
            Idle = TimeSpan.FromMinutes(file.Session?.IdleMinutes ?? 15),
            Absolute = TimeSpan.FromMinutes(file.Session?.AbsoluteMinutes ?? 8 * 60),
            WhomToAsk = file.WhomToAsk ?? "whoever looks after JourneyTracker in your partnership",
            Api = file.Api is { } api ? ApiOf(api, file.ClientId) : null,
        };
    }

    private SignInFileJson Parsed()
    {
        try
        {
            return JsonSerializer.Deserialize<SignInFileJson>(File.ReadAllBytes(path), SignInFileJson.Form) ?? throw new JsonException("It says nothing.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SignInFileException("The sign-in file cannot be read.", path, "Check its name and that this program may read it.");
        }
        catch (JsonException wrong)
        {
            var place = wrong.LineNumber is { } line ? $"line {line + 1}{(wrong.Path is { Length: > 2 } at ? $", {at[2..]}" : "")}" : "the beginning";
            throw Wrong(Missing(wrong) ?? "This is not as a sign-in file is written.", place, "Compare it with docs/examples/sign-in.json.");
        }
    }

    /// <summary>The names of members stand in the message in quotes, and no values.</summary>
    private static string? Missing(JsonException wrong) => wrong.Message.Contains("missing required properties", StringComparison.Ordinal)
        ? $"What must be said is missing: {string.Join(", ", wrong.Message.Split('\'').Where((_, i) => i % 2 == 1).Skip(1))}."
        : wrong.Message.Contains("could not be mapped", StringComparison.Ordinal) ? $"\"{wrong.Message.Split('\'')[1]}\" is not known here." : null;

    private void Check(SignInFileJson file)
    {
        if (!Uri.TryCreate(file.Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)) || authority.Query.Length > 0 || authority.Fragment.Length > 0)
            throw Wrong("The authority is not an address with https.", "authority", "Write the provider's issuer, as its /.well-known/openid-configuration has it.");
        if (file.ClientId.Length == 0) throw Wrong("The client id is empty.", "clientId", "Write the name under which this server is registered at the provider.");
        if (file.Scopes is { } scopes && (!scopes.Contains("openid") || scopes.Any(s => s.Length == 0 || s.Contains(' ', StringComparison.Ordinal))))
            throw Wrong("The scopes lack openid, or one is empty or has a space.", "scopes", "Write a list such as [\"openid\", \"profile\"].");
        var (idle, absolute) = (file.Session?.IdleMinutes ?? 15, file.Session?.AbsoluteMinutes ?? 8 * 60);
        if (idle is < 1 or > 120) throw Wrong("A session ends after 1 to 120 minutes without a request.", "session.idleMinutes", "Write a whole number of minutes.");
        if (absolute < idle || absolute > 24 * 60) throw Wrong("A session lasts at least as long as its idle time and at most a day.", "session.absoluteMinutes", "Write a whole number of minutes.");
    }

    private string Secret(SecretJson said)
    {
        const string how = "Write {\"file\": \"PATH\"} or {\"environment\": \"NAME\"}; the secret itself does not stand here.";
        if (said.File is null == said.Environment is null) throw Wrong("The client secret is in a file or in the environment: one of them.", "clientSecret", how);
        try
        {
            // A path is meant from where the sign-in file stands.
            var secret = (said.File is { } file ? File.ReadAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file)) : Environment.GetEnvironmentVariable(said.Environment!))?.Trim();
            return secret is { Length: > 0 } ? secret : throw Wrong("There is no client secret at that place.", "clientSecret", how);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw Wrong("The file with the client secret cannot be read.", "clientSecret.file", "Check its name and that this program may read it.");
        }
    }

    private PersonClaims PeopleOf(PersonClaimsJson claims) => new(
        Of(claims.Person, "person", null),
        Of(claims.Agency, "agency", null),
        Of(claims.AgencyType, "agencyType", AgencyType),
        Of(claims.Role, "role", Role),
        Of(claims.Partnership, "partnership", Partnership),
        claims.FamilyName is { } family ? Of(family, "familyName", null) : null,
        claims.Women is { } women ? Of(women, "women", null) : null);

    private ClaimValue Of(ClaimJson said, string name, Func<string, string?>? wrong)
    {
        var place = $"claims.{name}";
        if (said.Claim is { Length: > 0 } == said.Always is not null || (said.Always is not null && said.Values is not null))
            throw Wrong("A value comes from a claim, or is always the same.", place, "Write the claim's name, {\"claim\": \"NAME\", \"values\": {…}} or {\"always\": \"VALUE\"}.");
        if (said.Always is not null && name is ("person" or "familyName" or "women")) throw Wrong("This is not the same for everybody.", place, "Name the claim that says it.");
        if (said.Always is { } always && wrong?.Invoke(always) is { } why) throw Wrong($"\"{always}\" {why}", $"{place}.always", "Write one that is known.");
        foreach (var (from, to) in said.Values ?? [])
        {
            if (wrong?.Invoke(to) is { } because) throw Wrong($"\"{to}\" {because}", $"{place}.values.{from}", "Write one that is known.");
        }

        return new ClaimValue(said.Claim, said.Always, said.Values);
    }

    private ApiSettings ApiOf(ProgramsJson api, string clientId)
    {
        if (api.Audience.Length == 0 || api.Audience == clientId)
            throw Wrong("The API's audience is empty or the client id: an id_token would open the API.", "api.audience", "Write the name that the provider gives to the API, such as its address.");
        var programs = api.Programs.ToDictionary(p => p.Key, p => ProgramOf(p.Value, $"api.programs.{p.Key}"), StringComparer.Ordinal);
        var settings = new ApiSettings(api.Audience, programs);
        return settings with { ClientClaim = api.ClientClaim ?? settings.ClientClaim, ScopeClaim = api.ScopeClaim ?? settings.ScopeClaim, TokenTypes = api.TokenTypes ?? settings.TokenTypes };
    }

    private ProgramCaller ProgramOf(ProgramJson said, string place)
    {
        foreach (var (name, value, wrong) in new (string, string, Func<string, string?>)[] { ("agencyType", said.AgencyType, AgencyType), ("role", said.Role, Role), ("partnership", said.Partnership, Partnership) })
        {
            if (wrong(value) is { } why) throw Wrong($"\"{value}\" {why}", $"{place}.{name}", "Write one that is known.");
        }

        if (said.Name.Length == 0 || said.Agency.Length == 0) throw Wrong("A program has a name and an agency.", place, "They stand in the access log and in what it records.");
        return new ProgramCaller(new Caller(said.Name, said.Agency, said.AgencyType, RoleCodes.Find(said.Role)!.Value, new Partnership(said.Partnership)));
    }

    private static string? AgencyType(string value) => CodeList.AgencyTypes.Has(value) ? null : "is not a code of agency_types.csv.";

    private static string? Role(string value) => RoleCodes.Find(value) is null ? $"is not a role: {string.Join(", ", RoleCodes.All)}." : null;

    private static string? Partnership(string value) => Domain.Identity.Partnership.IsName(value) ? null : "is not a partnership's name.";

    private SignInFileException Wrong(string what, string place, string how) => new(what, $"{path}: {place}", how);
}
