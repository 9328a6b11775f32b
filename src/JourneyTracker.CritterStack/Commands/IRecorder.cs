using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.CritterStack.Commands;

/// <summary>Records facts, and tells about them before it commits. Public, like its handlers: the code that Wolverine makes for them calls it.</summary>
public interface IRecorder
{
    /// <param name="append">The facts.</param>
    /// <param name="tell">Given the transaction and the highest position in it; called anew for each try.</param>
    /// <param name="ct">Until it is begun.</param>
    Task<AppendOutcome> RecordAsync(Append append, Func<NpgsqlTransaction, long, Task> tell, CancellationToken ct);
}
