using JourneyTracker.CritterStack.Recording;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Journal;
using Marten;
using Npgsql;
using EventAppendMode = JasperFx.Events.EventAppendMode;

namespace JourneyTracker.CritterStack.Tests.Journal;

/// <summary>An application of somebody else's on Marten, on the same database: it appends as Marten's pages say and knows nothing of our rules.</summary>
internal sealed class ForeignMarten(string connectionString, EventAppendMode mode) : IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
    private DocumentStore? store;

    private DocumentStore Store => store ??= MartenStore.Open(source, mode);

    public async Task AppendAsync(JourneyId journey, IEnumerable<Fact> facts)
    {
        await using var session = Store.LightweightSession(JournalHouse.North.Name);
        session.Events.Append(journey.Value, facts.Cast<object>());
        await session.SaveChangesAsync();
    }

    /// <summary>Appends, and takes it back before it is committed: its numbers are burnt.</summary>
    public async Task RollBackAsync(JourneyId journey, IEnumerable<Fact> facts)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var options = Marten.Services.SessionOptions.ForTransaction(transaction);
        options.TenantId = JournalHouse.North.Name;
        await using var session = Store.LightweightSession(options);
        session.Events.Append(journey.Value, facts.Cast<object>());
        await session.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        await source.DisposeAsync();
    }
}
