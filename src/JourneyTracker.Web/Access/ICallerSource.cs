using JourneyTracker.Domain.Access;

namespace JourneyTracker.Web.Access;

/// <summary>Says who asks: who signed in, or the one caller of a server without sign-in.</summary>
public interface ICallerSource
{
    /// <summary>Null for somebody who has not signed in.</summary>
    Caller? Of(HttpContext request);
}

/// <summary>The one caller of a server that only its own machine can reach.</summary>
internal sealed class OneCaller(Caller caller, Served served) : ICallerSource
{
    public Caller? Of(HttpContext request) => caller with { Partnership = served.Partnership };
}
