using JourneyTracker.Domain.Identity;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>Writes what was decided: the one step in which the makes of journals differ.</summary>
internal interface IPlanWriter
{
    /// <summary>In a transaction that sees the partnership's rows and holds her streams; the positions of the rows, in the plan's order.</summary>
    Task<long[]> WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Partnership partnership, LoadPlan plan, CancellationToken ct);
}
