using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Web.Access;

/// <summary>The partnership that this server serves: with sign-in, of whoever asks.</summary>
/// <param name="partnership">A stand-in while the database has none; null with sign-in.</param>
public sealed class Served(Partnership? partnership)
{
    private volatile string? name = partnership?.Name;

    /// <exception cref="InvalidOperationException">With sign-in there is not one for all.</exception>
    public Partnership Partnership => new(name ?? throw new InvalidOperationException("With sign-in, each caller is served their own partnership."));

    /// <summary>The partnership that this caller is served.</summary>
    public Partnership For(Caller caller) => name is null ? caller.Partnership : Partnership;

    /// <summary>Serves the first partnership that came to be. Nothing was served before that.</summary>
    public void Become(Partnership first) => name = first.Name;
}
