using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.House;

/// <summary>What people read when a page cannot be shown. Says the same for what is not there and for what is not theirs to see.</summary>
public sealed class ProblemModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    /// <summary>What exactly is the matter, when somebody could not be signed in.</summary>
    public IReadOnlyList<string> Details { get; private set; } = [];

    /// <summary>Whom somebody should ask who could not be signed in.</summary>
    public string? WhomToAsk { get; private set; }

    public void OnGet([FromRoute] int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        if (HttpContext.Features.Get<SignInRefusal>() is { } refusal)
        {
            (Heading, Sentence, Details) = ("You could not be signed in", refusal.Sentence, refusal.Details);
            WhomToAsk = HttpContext.RequestServices.GetRequiredService<SignInSettings>().WhomToAsk;
            return;
        }

        if (HttpContext.Features.Get<Trouble>() is { } trouble)
        {
            (Heading, Sentence) = ("Not just now", $"{trouble.Title} {trouble.Detail}");
            return;
        }

        (Heading, Sentence) = Response.StatusCode switch
        {
            StatusCodes.Status403Forbidden => ("Not shared with you", "Your role does not include this page."),
            StatusCodes.Status503ServiceUnavailable => ("Not ready yet", "The journal cannot be reached at the moment. Try again in a minute."),
            >= 500 => ("Something went wrong", "It has been written down. Try again in a minute."),
            StatusCodes.Status404NotFound => ("Not found", "There is nothing at this address, or it is not shared with you."),
            _ => ("That did not work", "The address could not be understood. Check it and try again."),
        };
    }
}
