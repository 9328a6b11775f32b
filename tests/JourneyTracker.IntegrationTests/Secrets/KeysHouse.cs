using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Secrets;

namespace JourneyTracker.IntegrationTests.Secrets;

/// <summary>A journal whose master key is changed, with journeys that have something sealed.</summary>
internal sealed class KeysHouse : IAsyncDisposable
{
    public const string Secret = "she told us something";

    private KeysHouse(JournalHouse house) => Journal = house;

    public JournalHouse Journal { get; }

    public JourneyDatabase Database => Journal.House;

    public string File => Path.Combine(Journal.SecretsFolder, MasterKeyFile.FileName);

    public List<JourneyId> Journeys { get; } = [];

    public static async Task<KeysHouse> CreateAsync(int journeys)
    {
        var house = new KeysHouse(await JournalHouse.CreateAsync());
        await house.RecordAsync(journeys);
        return house;
    }

    public async Task RecordAsync(int journeys)
    {
        for (var n = 0; n < journeys; n++) Journeys.Add(await RecordAsync(Database, Samples.NewJourney()));
    }

    public static async Task<JourneyId> RecordAsync(JourneyDatabase node, JourneyId journey)
    {
        var fact = new Contact("call", Protected.Of(Secret)) { HappenedOn = Samples.Day };
        (await node.Journal.AppendAsync(Samples.Append(journey, Samples.New(fact, Samples.Unique("r"))), default)).Should().BeOfType<AppendOutcome.Accepted>();
        return journey;
    }

    public static async Task<Protected<string>> ReadAsync(JourneyDatabase node, JourneyId journey) =>
        ((Contact)(await node.Sealing.OpenAsync(await node.Journal.ReadAsync(JournalHouse.North, journey, null, default), default))[0].Fact).Detail!;

    /// <summary>A node that remembers no key.</summary>
    public Task<JourneyDatabase> NodeAsync(MasterKeySource source) =>
        JourneyDatabase.OpenAsync(Journal.Database.ConnectionString, Journal.Keys.ConnectionString, source, TimeProvider.System, default);

    /// <summary>Every key opens on a node that begins with that master key.</summary>
    public async Task AllOpenAsync(MasterKeySource source, Func<JourneyId, bool>? erased = null)
    {
        await using var node = await NodeAsync(source);
        foreach (var journey in Journeys)
        {
            var read = await ReadAsync(node, journey);
            if (erased?.Invoke(journey) == true) read.IsErased.Should().BeTrue();
            else read.Value.Should().Be(Secret);
        }
    }

    public Task<T> KeysAsync<T>(string sql) => Journal.Keys.SuperuserScalarAsync<T>(sql);

    /// <summary>Another master key in a file of its own.</summary>
    public MasterKeyFile Other(string name = "other.key") => new(Path.Combine(Journal.SecretsFolder, name));

    public ValueTask DisposeAsync() => Journal.DisposeAsync();
}
