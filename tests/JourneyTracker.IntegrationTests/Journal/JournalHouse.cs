using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>A journal of its own: database, keys database, secrets folder, two real partnerships and a simulated one.</summary>
public sealed class JournalHouse : IAsyncLifetime, IAsyncDisposable
{
    public static readonly Partnership North = new("north");
    public static readonly Partnership South = new("south");
    public static readonly Partnership Simulated = new("simulated");
    private readonly string secrets = Directory.CreateTempSubdirectory("journey-secrets-").FullName;

    public TestDatabase Database { get; private set; } = null!;

    public TestDatabase Keys { get; private set; } = null!;

    public JourneyDatabase House { get; private set; } = null!;

    public string SecretsFolder => secrets;

    public static async Task<JournalHouse> CreateAsync()
    {
        var house = new JournalHouse();
        await house.InitializeAsync();
        return house;
    }

    /// <summary>One more node on the same databases.</summary>
    public Task<JourneyDatabase> OpenAsync(string? otherSecrets = null) =>
        JourneyDatabase.OpenAsync(Database.ConnectionString, Keys.ConnectionString, otherSecrets ?? secrets, TimeProvider.System, CancellationToken.None);

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Keys = await TestDatabase.CreateAsync(migrated: false);
        House = await OpenAsync();
        await House.Partnerships.AddAsync(North, "North", simulated: false, default);
        await House.Partnerships.AddAsync(South, "South", simulated: false, default);
        await House.Partnerships.AddAsync(Simulated, "Made up", simulated: true, default);
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Database.DisposeAsync();
        await Keys.DisposeAsync();
        Directory.Delete(secrets, recursive: true);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}
