using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Web.Access;

/// <summary>The partnership that this server serves.</summary>
/// <param name="partnership">A stand-in while the database has none.</param>
public sealed class Served(Partnership partnership)
{
    private volatile string name = partnership.Name;

    public Partnership Partnership => new(name);

    /// <summary>Serves the first partnership that came to be. Nothing was served before that.</summary>
    public void Become(Partnership first) => name = first.Name;
}
