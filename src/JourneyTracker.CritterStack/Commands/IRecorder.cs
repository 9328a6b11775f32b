using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.CritterStack.Commands;

/// <summary>Records facts, and tells about them before it commits.</summary>
public interface IRecorder
{
    /// <param name="append">The facts.</param>
    /// <param name="tell">Given the transaction and the highest position in it; called anew for each try.</param>
    /// <param name="ct">Until it is begun.</param>
    Task<AppendOutcome> RecordAsync(Append append, Func<NpgsqlTransaction, long, Task> tell, CancellationToken ct);
}

/// <summary>The folds of this node, if it folds.</summary>
public interface IFolds
{
    Task FoldToAsync(long position, CancellationToken ct);
}
