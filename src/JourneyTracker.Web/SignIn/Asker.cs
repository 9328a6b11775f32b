using JourneyTracker.Domain.Access;
using JourneyTracker.Web.Access;

namespace JourneyTracker.Web.SignIn;

/// <summary>Who sent a request, and by what it was proved.</summary>
/// <param name="Caller">Null for nobody.</param>
internal sealed record Asker(Caller? Caller)
{
    public static Asker Nobody { get; } = new(Caller: null);

    /// <summary>A person's session.</summary>
    public Session? Session { get; init; }

    /// <summary>A program's scopes; null for a person.</summary>
    public IReadOnlyCollection<string>? Scopes { get; init; }

    /// <summary>When a program's token ends.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A token was sent, and is not one.</summary>
    public bool HasBadToken { get; init; }

    /// <summary>Whether the scopes include it; a person has none and needs none.</summary>
    public bool MayAsk(Permission permission) => Scopes is null || (ApiScopes.Of(permission) is { } scope && Scopes.Contains(scope));

    /// <summary>Whether a person proved who they are within so long.</summary>
    public bool IsFresh(TimeSpan within, DateTimeOffset now) => Session?.Ticket.Proved is { } proved && now - proved <= within;
}
