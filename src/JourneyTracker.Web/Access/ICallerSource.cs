using JourneyTracker.Domain.Access;

namespace JourneyTracker.Web.Access;

/// <summary>Says who asks. Sign-in will answer from the request; until then the server has one caller.</summary>
public interface ICallerSource
{
    Caller Of(HttpContext request);
}

/// <summary>The one caller of a server that only its own machine can reach.</summary>
internal sealed class OneCaller(Caller caller, Served served) : ICallerSource
{
    public Caller Of(HttpContext request) => caller with { Partnership = served.Partnership };
}
