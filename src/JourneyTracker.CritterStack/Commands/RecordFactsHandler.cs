using JourneyTracker.Domain.Journal;
using Wolverine.Runtime;

namespace JourneyTracker.CritterStack.Commands;

/// <summary>Records, and in the same transaction leaves word of it in the outbox.</summary>
public sealed class RecordFactsHandler(IRecorder recorder, IWolverineRuntime runtime)
{
    public async Task<AppendOutcome> Handle(RecordFacts command, CancellationToken ct)
    {
        var outbox = new Outbox(runtime);
        var outcome = await recorder.RecordAsync(command.Append, outbox.PutAsync, ct);
        await outbox.SendAsync();
        return outcome;
    }
}

/// <summary>Folds what was recorded at once, on the node that folds: so the board's hub has it before Marten's daemon looks. On other nodes it does nothing.</summary>
public sealed class FactsRecordedHandler(IFolds folds)
{
    public Task Handle(FactsRecorded told, CancellationToken ct) => folds.FoldToAsync(told.Position, ct);
}
