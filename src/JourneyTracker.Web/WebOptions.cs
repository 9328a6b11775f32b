using JourneyTracker.Domain.Access;
using JourneyTracker.Web.Demo;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.SignIn;

namespace JourneyTracker.Web;

/// <summary>How a server is to run.</summary>
/// <param name="Listening">Where it listens.</param>
public sealed record WebOptions(Listening Listening)
{
    /// <summary>Without sign-in, on this machine's loopback.</summary>
    /// <param name="caller">Who everybody is that asks; the partnership served is this caller's.</param>
    /// <param name="port">0 takes a free one.</param>
    public WebOptions(Caller caller, int port = 5080)
        : this(new Listening(port)) => Caller = caller;

    /// <summary>Who everybody is that asks; null with sign-in.</summary>
    public Caller? Caller { get; }

    /// <summary>How people and programs sign in; null without sign-in.</summary>
    public SignInSettings? SignIn { get; init; }

    /// <summary>As whom it can be looked at: the demonstration's, and nobody else's. Null without a choice.</summary>
    public IReadOnlyList<Persona>? Personas { get; init; }

    /// <summary>The folder of the evaluator's stores, as <c>./journey outcomes build</c> makes them; null when questions about outcomes are not answered here.</summary>
    public string? Outcomes { get; init; }

    /// <summary>How much it takes on at once.</summary>
    public ServerBounds Bounds { get; init; } = ServerBounds.Usual;

    /// <summary>How the log is written, to standard error.</summary>
    public LogFormat Log { get; init; }

    /// <exception cref="InvalidOperationException">It would let in somebody whom nobody knows.</exception>
    internal void Check()
    {
        if (Caller is null == SignIn is null) throw new InvalidOperationException("Either everybody is one caller, or people sign in.");
        if (Personas is not null && SignIn is not null) throw new InvalidOperationException("Who signs in is nobody made up.");
        if (!Listening.IsAllowed(SignIn is not null)) throw new InvalidOperationException("Other machines are let in only with sign-in, HTTPS and a name.");
    }
}
