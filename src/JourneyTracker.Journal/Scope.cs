using JourneyTracker.Domain.Identity;
using Npgsql;

namespace JourneyTracker.Journal;

/// <summary>Says to row-level security whose rows the rest of the transaction (a batch is one) may see.</summary>
public static class Scope
{
    public static NpgsqlBatchCommand To(Partnership partnership) =>
        new("select set_config('journeys.partnership', $1, true)") { Parameters = { new() { Value = partnership.Name } } };
}
