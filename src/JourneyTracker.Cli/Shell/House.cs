using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Cluster;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Events;

namespace JourneyTracker.Cli.Shell;

/// <summary>The database opened for a verb, with the doors that lead into it.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly OpenDatabase opened;

    private House(OpenDatabase opened, JourneyDatabase database)
    {
        this.opened = opened;
        Database = database;
        Reading = new ReadingDoor(database.Journal, database.Sealing, database.Vault, database.AccessLog, database.Access, TimeProvider.System, new StageTables(database.Sources));
    }

    public JourneyDatabase Database { get; }

    public ReadingDoor Reading { get; }

    public RecordingDoor Recording => new(Database.Journal, Database.Vault, Database.AccessLog, Database.Access, TimeProvider.System);

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Why the person at the keyboard looks, if that was said.</summary>
    private string? Why { get; init; }

    public static async Task<House> OpenAsync(Session session, CancellationToken ct, bool loadsYield = true) =>
        await OpenAsync(await session.OpenDatabaseAsync(ct), ct, loadsYield, session.Why);

    /// <summary>Takes the database over: it is let go of with the house, or when the house cannot be opened.</summary>
    public static async Task<House> OpenAsync(OpenDatabase opened, CancellationToken ct, bool loadsYield = true, string? why = null)
    {
        try
        {
            return new House(opened, await JourneyDatabase.OpenAsync(
                opened.ConnectionString, opened.KeysConnectionString, opened.MasterKey, TimeProvider.System, ct, loadsYield, JournalChoice.Here))
            { Why = why };
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>The person at the keyboard, who holds the database and may look at everything in one partnership.</summary>
    /// <exception cref="RefusedException">The partnership is not there, or none is named and there are several.</exception>
    public async Task<Caller> CallerAsync(Partnership? named, CancellationToken ct)
    {
        var all = await Database.Partnerships.ListAsync(ct);
        var names = string.Join(", ", all.Select(p => p.Name.Name));
        var partnership = (named, all) switch
        {
            (_, []) => throw new RefusedException("There is no partnership here yet.", how: "Import records with ./journey import, or make some up with ./journey simulate."),
            ({ } name, _) when all.All(p => p.Name != name) => throw new RefusedException($"There is no partnership called {name}.", how: $"Known here: {names}."),
            ({ } name, _) => name,
            (null, [var only]) => only.Name,
            _ => throw new RefusedException("There is more than one partnership here.", how: $"Name one with --partnership: {names}."),
        };
        return new Caller(Environment.UserName, "Operator", Caller.AtTheMachine, Role.Auditor, partnership) { Why = Why };
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await opened.DisposeAsync();
    }
}
