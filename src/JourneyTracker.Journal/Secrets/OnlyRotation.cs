using Npgsql;

namespace JourneyTracker.Journal.Secrets;

/// <summary>Held by the one program that changes the wrapping keys; let go by the server when that program is gone.</summary>
internal sealed class OnlyRotation : IAsyncDisposable
{
    private const long Number = 5460251087460412420;
    private readonly NpgsqlConnection connection;

    private OnlyRotation(NpgsqlConnection connection) => this.connection = connection;

    /// <exception cref="SecretsException">Another program holds it.</exception>
    public static async Task<OnlyRotation> BeginAsync(NpgsqlDataSource keys, CancellationToken ct)
    {
        var connection = await keys.OpenConnectionAsync(ct);
        await using var take = new NpgsqlCommand($"select pg_try_advisory_lock({Number})", connection);
        if (await take.ExecuteScalarAsync(ct) is true) return new OnlyRotation(connection);
        await connection.DisposeAsync();
        throw new SecretsException("Another rotation is at work: wait until it has ended.");
    }

    public async ValueTask DisposeAsync()
    {
        // The connection goes back to a pool, and would take the lock with it.
        await using (var release = new NpgsqlCommand($"select pg_advisory_unlock({Number})", connection)) await release.ExecuteNonQueryAsync();
        await connection.DisposeAsync();
    }
}
