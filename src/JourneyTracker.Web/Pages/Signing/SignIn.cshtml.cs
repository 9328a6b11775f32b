using JourneyTracker.Web.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace JourneyTracker.Web.Pages.Signing;

/// <summary>Leads on to the sign-in service. A page between, so that a form whose session has ended is not itself sent elsewhere: no form here may be.</summary>
public sealed class SignInModel : PageModel
{
    /// <summary>Whether the person was signed in and must prove it anew.</summary>
    public bool IsAnew { get; private set; }

    public string Start { get; private set; } = "";

    public void OnGet(string? @return, int? within, int? again)
    {
        IsAnew = again is not null;
        Start = QueryHelpers.AddQueryString(SignInEndpoints.Start, "return", LocalAddress.Of(@return));
        if (within is { } seconds) Start = QueryHelpers.AddQueryString(Start, "within", $"{seconds}");
    }
}
