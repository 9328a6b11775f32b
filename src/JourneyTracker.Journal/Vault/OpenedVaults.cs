using System.Collections.Concurrent;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.Journal.Vault;

/// <summary>The vaults that somebody searched in a while ago, as they were opened: in memory alone, and let go when nobody has searched for some time.</summary>
internal sealed class OpenedVaults : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<Partnership, OpenedVault> vaults = new();
    private readonly NpgsqlDataSource source;
    private readonly JourneyKeys keys;
    private readonly TimeProvider clock;
    private readonly ITimer sweeper;

    public OpenedVaults(NpgsqlDataSource source, JourneyKeys keys, TimeProvider clock)
    {
        (this.source, this.keys, this.clock) = (source, keys, clock);
        sweeper = clock.CreateTimer(_ => Sweep(), null, Remembered / 2, Remembered / 2);
    }

    public Task<IReadOnlyDictionary<JourneyId, KnownPerson>> ListAsync(Partnership partnership, CancellationToken ct) => Of(partnership).ListAsync(clock.GetTimestamp(), ct);

    public Task<IReadOnlyList<PossibleDouble>> DoublesAsync(Partnership partnership, CancellationToken ct) => Of(partnership).DoublesAsync(clock.GetTimestamp(), ct);

    private OpenedVault Of(Partnership partnership) => vaults.GetOrAdd(partnership, p => new OpenedVault(p, source, keys));

    private void Sweep()
    {
        foreach (var (partnership, vault) in vaults)
            if (clock.GetElapsedTime(vault.LastUsed) > Remembered) vaults.TryRemove(new(partnership, vault));
    }

    public void Dispose()
    {
        sweeper.Dispose();
        foreach (var vault in vaults.Values) vault.Dispose();
    }
}
