namespace JourneyTracker.Journal.Folding;

/// <summary>The folds, step by step, for whoever says when: each step stores rows and checkpoint in one transaction, whoever asks for it. Never two at once.</summary>
internal interface IFoldSteps
{
    /// <summary>Everything up to this position is folded.</summary>
    long Checkpoint { get; }

    /// <summary>Takes what stands in the journal after the checkpoint without a hole, and announces a new London day if there is one. Returns how many rows it passed.</summary>
    Task<long> StepAsync(CancellationToken ct);

    /// <summary>Until somebody appended, or the poll interval has passed.</summary>
    Task WaitAsync(CancellationToken ct);
}
