using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Web.Pages.Today;
using JourneyTracker.Web.SignIn;

namespace JourneyTracker.Web.Today;

/// <summary>Where somebody goes back to who has done something about a prompt: the page Today, or her own.</summary>
internal static class TodayReturn
{
    /// <summary>The address, when it is one of those two pages; the page Today otherwise.</summary>
    public static string Of(string? said, JourneyId journey) =>
        LocalAddress.Of(said) is var address && (address == Her(journey) || address == "/today" || address.StartsWith("/today?", StringComparison.Ordinal)) ? address : "/today";

    public static string Her(JourneyId journey) => $"/journeys/{journey}";

    /// <summary>The same page, to say there what was done: nothing vanishes silently.</summary>
    public static string After(string address, PromptMarkKind kind) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}marked={TodayModel.Code(kind)}";
}
