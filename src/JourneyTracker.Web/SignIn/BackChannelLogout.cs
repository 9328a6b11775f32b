using JourneyTracker.Web.Hosting;

namespace JourneyTracker.Web.SignIn;

/// <summary>The provider says that somebody signed out there (OpenID Connect Back-Channel Logout): the sessions here end, on every node.</summary>
internal static class BackChannelLogout
{
    public static async Task<IResult> PostAsync(HttpContext context, Tokens tokens, Sessions sessions, ILogger<Tokens> log, CancellationToken ct)
    {
        var form = await PostedForm.ReadAsync(context, ct);
        if (form["logout_token"] is not [{ } text]) return Refused();
        try
        {
            var body = await tokens.LogoutTokenAsync(text, ct);
            // A token that comes late, or again, does not end a session that began after it.
            await sessions.EndOfAsync(Tokens.Said(body, "sub"), Tokens.Said(body, "sid"), Tokens.Instant(body, "iat")!.Value + Tokens.Skew, ct);
            return Results.Ok();
        }
        catch (SignInRefusedException refused)
        {
            log.LogWarning(new EventId(1, "logout-refused"), "A logout by the provider was refused: {Reason}.", refused.Refusal.Reason);
            return Refused();
        }
    }

    private static IResult Refused() => Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
}
