using System.Text.Json;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Cluster;

namespace JourneyTracker.IntegrationTests.Simulation;

/// <summary>A data folder of its own, which both the real command line and the tests have open.</summary>
public sealed class SimulatedHouse : IAsyncLifetime, IAsyncDisposable
{
    private readonly DataFolder folder = new();
    private OpenDatabase? opened;
    private JourneyDatabase? database;

    public JourneyDatabase Database => database!;

    /// <summary>The data folder.</summary>
    public string Folder => folder.Path;

    public async Task InitializeAsync()
    {
        if (PostgresIsHere.ReasonToSkip is not null) return;
        opened = await new DatabaseChoice(folder.Path, null, null).OpenAsync(ClusterOptions.Durable);
        database = await JourneyDatabase.OpenAsync(opened.ConnectionString, opened.KeysConnectionString, opened.SecretsFolder, TimeProvider.System, default);
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
        if (opened is not null) await opened.DisposeAsync();
        await folder.DisposeAsync();
    }

    public async Task<IReadOnlyList<RecordedFact>> FactsAsync(string partnership)
    {
        var all = new List<RecordedFact>();
        await foreach (var journey in Database.Journal.ReadJourneysAsync(new Partnership(partnership), long.MaxValue, default)) all.AddRange(journey);
        return [.. all.OrderBy(f => f.Position)];
    }

    internal async Task<JsonElement> RunAsync(params string[] words)
    {
        var outcome = await TryAsync(words);
        outcome.ExitCode.Should().Be(0, outcome.Messages);
        return JsonElement.Parse(outcome.Output);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    internal Task<CliProcess.Outcome> TryAsync(params string[] words) => CliHere.RunAsync([.. words, "--data", folder.Path]);
}
