using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Events;

namespace JourneyTracker.CritterStack.Tests.Journal;

/// <summary>A database on which programs of every make are open at once: our own journal, and Marten in both modes.</summary>
public sealed class MartenHouse : IAsyncLifetime
{
    internal JournalHouse Own { get; private set; } = null!;

    internal JourneyDatabase Quick { get; private set; } = null!;

    internal JourneyDatabase Rich { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Own = await JournalHouse.CreateAsync();
        Quick = await OpenAsync("marten");
        Rich = await OpenAsync("marten-rich");
    }

    /// <summary>One more program.</summary>
    internal Task<JourneyDatabase> OpenAsync(string journal) => JourneyDatabase.OpenAsync(
        Own.Database.ConnectionString, Own.Keys.ConnectionString, Own.SecretsFolder, TimeProvider.System, CancellationToken.None, journal: new JournalChoice(journal));

    public async Task DisposeAsync()
    {
        await Quick.DisposeAsync();
        await Rich.DisposeAsync();
        await Own.DisposeAsync();
    }
}
