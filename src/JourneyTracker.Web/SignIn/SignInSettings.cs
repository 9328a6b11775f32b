using JourneyTracker.Domain.Access;

namespace JourneyTracker.Web.SignIn;

/// <summary>How people and programs sign in, as the sign-in file says it (docs/running.md).</summary>
/// <param name="Authority">The provider's address, which is the issuer of its tokens.</param>
/// <param name="ClientId">The name by which the provider knows this server.</param>
/// <param name="ClientSecret">What this server proves itself with. Never written anywhere.</param>
/// <param name="Claims">Where in an id_token stands who somebody is.</param>
public sealed record SignInSettings(Uri Authority, string ClientId, string ClientSecret, PersonClaims Claims)
{
    public ClientAuthentication ClientAuthentication { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile"];

    /// <summary>A session ends when its person asked for nothing for so long.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A session ends so long after it began, whatever its person does.</summary>
    public TimeSpan Absolute { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Whom somebody should ask who is not let in.</summary>
    public string WhomToAsk { get; init; } = "whoever looks after JourneyTracker in your partnership";

    /// <summary>Programs that use the API; null when there are none.</summary>
    public ApiSettings? Api { get; init; }
}

/// <summary>How this server proves itself to the provider.</summary>
public enum ClientAuthentication
{
    /// <summary>In the header (client_secret_basic).</summary>
    Basic,

    /// <summary>In the form (client_secret_post).</summary>
    Post,
}

/// <summary>Where in an id_token stands who somebody is.</summary>
public sealed record PersonClaims(ClaimValue Person, ClaimValue Agency, ClaimValue AgencyType, ClaimValue Role, ClaimValue Partnership, ClaimValue? FamilyName, ClaimValue? Women);

/// <summary>One value about a person.</summary>
/// <param name="Claim">The claim that has it, by its name or a path with dots; null when it is the same for everybody.</param>
/// <param name="Always">The value for everybody.</param>
/// <param name="Values">What the claim's values mean here, in order of precedence; null when they are meant as they are.</param>
public sealed record ClaimValue(string? Claim, string? Always, IReadOnlyList<KeyValuePair<string, string>>? Values);

/// <summary>Programs that use the API.</summary>
/// <param name="Audience">Whom their tokens are for.</param>
/// <param name="Programs">Who each program is, by its client id.</param>
public sealed record ApiSettings(string Audience, IReadOnlyDictionary<string, ProgramCaller> Programs)
{
    /// <summary>The claim with the program's client id.</summary>
    public string ClientClaim { get; init; } = "client_id";

    /// <summary>The claim with its scopes.</summary>
    public string ScopeClaim { get; init; } = "scope";

    /// <summary>What the header of an access token may call it.</summary>
    public IReadOnlyList<string> TokenTypes { get; init; } = ["at+jwt"];
}

/// <summary>Who a program is.</summary>
/// <param name="Caller">As it stands in the access log and in what it records.</param>
public sealed record ProgramCaller(Caller Caller);
