using JourneyTracker.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace JourneyTracker.Web.Pages.Signing;

/// <summary>Ends the session here and leads on to the provider, to end it there. That the request comes from a page of ours is asked before it comes here.</summary>
[IgnoreAntiforgeryToken]
internal sealed class SignOutModel(Provider provider, SignInSettings settings) : PageModel
{
    /// <summary>Where the person signs out at the provider.</summary>
    public string? LeadsTo { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var session = HttpContext.Features.Get<Asker>()?.Session;
        await HttpContext.SignOutAsync(SessionHandler.Name);
        HttpContext.Features.Set(Asker.Nobody);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        LeadsTo = session is null ? null : await ThereAsync(session.Ticket.IdToken, ct);
        return LeadsTo is null ? Redirect("/signed-out") : Page();
    }

    /// <summary>Null when the provider has no such address, or cannot be asked: then the session ends here alone.</summary>
    private async Task<string?> ThereAsync(string idToken, CancellationToken ct)
    {
        try
        {
            if ((await provider.GetAsync(ct)).EndSessionEndpoint is not { Length: > 0 } there) return null;
            return QueryHelpers.AddQueryString(there, new Dictionary<string, string?>
            {
                ["id_token_hint"] = idToken,
                ["client_id"] = settings.ClientId,
                ["post_logout_redirect_uri"] = $"{Request.Scheme}://{Request.Host}/signed-out",
            });
        }
        catch (SignInRefusedException)
        {
            return null;
        }
    }
}
