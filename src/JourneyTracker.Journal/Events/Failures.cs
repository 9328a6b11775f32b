using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>What a failed statement means for the appends in it.</summary>
internal static class Failures
{
    /// <summary>Another try may succeed: somebody else held a lock, or opened the journey or took the reference in the same instant.</summary>
    public static bool MayPass(PostgresException met) => met.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected
        or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation
        && !IsTakenNumber(met);

    /// <summary>A value in one of the facts is what the database cannot keep (a zero character, for example).</summary>
    public static bool IsAboutValues(PostgresException met) => met.SqlState.StartsWith("22", StringComparison.Ordinal);

    /// <summary>The failure as whoever reads it can act on it.</summary>
    public static Exception Explain(Exception wrong) => wrong is PostgresException met && IsTakenNumber(met) ? new BrokenSequenceException(met) : wrong;

    /// <summary>Gives back the lock on the numbers, should the statement have died between taking and giving back.</summary>
    public static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        try
        {
            await using var release = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // The connection is broken: its locks went with it.
        }
    }

    private static bool IsTakenNumber(PostgresException met) =>
        met is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pkey_mt_events_seq_id" };
}
