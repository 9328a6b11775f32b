using JourneyTracker.Journal.Partnerships;

namespace JourneyTracker.Web.SignIn;

/// <summary>Recognises programs by the access token that the provider gave them (client credentials).</summary>
internal sealed class Bearer(SignInSettings settings, Tokens tokens, PartnershipRegister partnerships, ILogger<Bearer> log)
{
    private const string Scheme = "Bearer ";
    private static readonly Asker Bad = Asker.Nobody with { HasBadToken = true };
    private static readonly PathString[] Doors = ["/api", "/hubs", "/health"];

    /// <summary>Whether the request is one that a token opens, and has one: pages are for people.</summary>
    public static bool Is(HttpRequest request) =>
        request.Headers.Authorization is [{ } said] && said.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Array.Exists(Doors, d => request.Path.StartsWithSegments(d, StringComparison.OrdinalIgnoreCase));

    public async Task<Asker> AskerAsync(HttpRequest request, CancellationToken ct)
    {
        if (settings.Api is not { } api) return Bad;
        try
        {
            var body = await tokens.AccessTokenAsync(request.Headers.Authorization[0]![Scheme.Length..].Trim(), api, ct);
            if (Tokens.Said(body, api.ClientClaim) is not { } client || !api.Programs.TryGetValue(client, out var program)) return Refused("unknown-program");
            if (await partnerships.FindAsync(program.Caller.Partnership, ct) is null) return Refused("unknown-partnership");
            string[] scopes = [.. ClaimReading.Values(body, api.ScopeClaim).SelectMany(s => s.Split(' '))];
            return new Asker(program.Caller) { Scopes = scopes, Until = Tokens.Instant(body, "exp") };
        }
        catch (SignInRefusedException refused) when (refused.Refusal != SignInRefusal.Unreachable)
        {
            return Refused(refused.Refusal.Reason);
        }
    }

    private Asker Refused(string reason)
    {
        log.LogWarning(new EventId(1, "token-refused"), "A program's token was refused: {Reason}.", reason);
        return Bad;
    }
}
