using Npgsql;
using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace JourneyTracker.CritterStack.Commands;

/// <summary>Wolverine's outbox on the journal's own transaction.</summary>
internal sealed class Outbox(IWolverineRuntime runtime)
{
    private MessageContext? waiting;

    /// <summary>Durable if and when the transaction commits. What an earlier try put was rolled back with it.</summary>
    public async Task PutAsync(NpgsqlTransaction transaction, long position)
    {
        waiting = new MessageContext(runtime);
        await waiting.EnlistInOutboxAsync(new DatabaseEnvelopeTransaction((IMessageDatabase)runtime.Storage, transaction));
        await waiting.PublishAsync(new FactsRecorded(position));
    }

    /// <summary>After the commit. Should the program die before, another node or its next start sends it.</summary>
    public Task SendAsync() => waiting?.FlushOutgoingMessagesAsync() ?? Task.CompletedTask;
}
