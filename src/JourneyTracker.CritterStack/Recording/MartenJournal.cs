using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Events;
using Marten;
using Marten.Exceptions;
using Marten.Services;
using Npgsql;

namespace JourneyTracker.CritterStack.Recording;

/// <summary>
/// The journal on Marten. What is recorded, and what is refused, is decided by the same rules as in our own; Marten writes it and reads a journey. The log is followed as
/// in our own, for Marten's daemon gives holes up that are still to be filled.
/// </summary>
internal sealed class MartenJournal : TableJournal
{
    private readonly IDocumentStore store;
    private readonly NpgsqlDataSource reader;

    public MartenJournal(IDocumentStore store, JournalParts parts)
        : base(parts.Sources, parts.Preparation, parts.Bell, new MartenWriter(store), parts.LoadsYield) => (this.store, reader) = (store, parts.Sources.Reader);

    /// <summary>Each append in a transaction of its own.</summary>
    public override async Task<AppendOutcome> AppendAsync(Append append, CancellationToken ct)
    {
        var (ready, refused) = (await Preparation.PrepareAsync([append], ct))[0];
        return refused is null ? (await Lone.AppendAsync(AppendGroup.Of([ready!]), ct))[0] : new AppendOutcome.Refused(refused);
    }

    public override async Task<IReadOnlyList<RecordedFact>> ReadAsync(Partnership partnership, JourneyId journey, long? upTo, CancellationToken ct)
    {
        try
        {
            return await FetchAsync(partnership, journey, upTo ?? long.MaxValue, ct);
        }
        catch (Exception wrong) when (wrong is UnknownEventTypeException or EventDeserializationFailureException or InvalidCastException)
        {
            // Marten reads all of a stream or nothing; our reader says which of its facts cannot be read. (A name that it does not know, without a type of .NET, is an invalid cast to it.)
            return await base.ReadAsync(partnership, journey, upTo, ct);
        }
    }

    private async Task<IReadOnlyList<RecordedFact>> FetchAsync(Partnership partnership, JourneyId journey, long upTo, CancellationToken ct)
    {
        await using var connection = await reader.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var scope = new NpgsqlBatch(connection, transaction) { BatchCommands = { Scope.To(partnership) } }) await scope.ExecuteNonQueryAsync(ct);
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = partnership.Name;
        await using var session = store.QuerySession(options);
        return [.. (await session.Events.FetchStreamAsync(journey.Value, token: ct)).Where(e => e.Sequence <= upTo).Select(MartenFacts.Read)];
    }

    public override async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await base.DisposeAsync();
    }
}
