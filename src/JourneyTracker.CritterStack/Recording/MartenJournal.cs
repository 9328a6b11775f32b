using JasperFx.Events;
using JourneyTracker.CritterStack.Commands;
using JourneyTracker.CritterStack.Folding;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Events;
using JourneyTracker.Journal.Folding;
using Marten;
using Marten.Exceptions;
using Marten.Services;
using Npgsql;

namespace JourneyTracker.CritterStack.Recording;

/// <summary>
/// The journal on Marten. What is recorded, and what is refused, is decided by the same rules as in our own; Marten writes it and reads a journey. The log is followed as
/// in our own, for Marten's daemon gives holes up that are still to be filled; the daemon drives the folds all the same, which pass none.
/// </summary>
internal sealed class MartenJournal : TableJournal, IRecorder
{
    private readonly IDocumentStore store;
    private readonly JournalParts parts;
    private readonly MartenFolding folding;
    private CommandBus? commands;

    private MartenJournal(IDocumentStore store, JournalParts parts, EventAppendMode mode)
        : base(parts.Sources, parts.Preparation, parts.Bell, new MartenWriter(store), parts.LoadsYield) => (this.store, this.parts, folding) = (store, parts, new MartenFolding(parts.Sources, mode));

    /// <summary>Where commands are handled.</summary>
    internal CommandBus Commands { get => commands ?? throw new InvalidOperationException("Commands are not handled yet."); private set => commands = value; }

    public static async Task<MartenJournal> StartAsync(JournalParts parts, EventAppendMode mode, CancellationToken ct)
    {
        var journal = new MartenJournal(MartenStore.Open(parts.Sources.Loader, mode, MartenStore.TryOnce), parts, mode);
        try
        {
            journal.Commands = await CommandBus.StartAsync(parts.Sources, journal, journal.folding.Folds, ct);
            return journal;
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Each append is a command that Wolverine handles, and a transaction of its own.</summary>
    public override Task<AppendOutcome> AppendAsync(Append append, CancellationToken ct) => Commands.RecordAsync(append, ct);

    public async Task<AppendOutcome> RecordAsync(Append append, Func<NpgsqlTransaction, long, Task> tell, CancellationToken ct)
    {
        var (ready, refused) = (await Preparation.PrepareAsync([append], ct))[0];
        if (refused is not null) return new AppendOutcome.Refused(refused);
        // Once it is begun its fate is the database's to say, and the caller waits for that.
        return (await new LoneAppender(parts.Sources.Loader, new MartenWriter(store, tell)).AppendAsync(AppendGroup.Of([ready!]), CancellationToken.None))[0];
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
        await using var connection = await parts.Sources.Reader.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var scope = new NpgsqlBatch(connection, transaction) { BatchCommands = { Scope.To(partnership) } }) await scope.ExecuteNonQueryAsync(ct);
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = partnership.Name;
        await using var session = store.QuerySession(options);
        return [.. (await session.Events.FetchStreamAsync(journey.Value, token: ct)).Where(e => e.Sequence <= upTo).Select(MartenFacts.Read)];
    }

    internal override Task DriveAsync(IFoldSteps folds, CancellationToken ct) => folding.DriveAsync(folds, ct);

    public override async ValueTask DisposeAsync()
    {
        if (commands is not null) await commands.DisposeAsync();
        folding.Dispose();
        await store.DisposeAsync();
        await base.DisposeAsync();
    }
}
