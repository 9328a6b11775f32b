using JourneyTracker.Journal.Checking;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.Journal.Cluster;

/// <summary>
/// Which database to use: a connection string, or else the private cluster of a data folder.
/// The data folder also holds the secrets, so it is always there.
/// </summary>
/// <param name="DataFolder">Absolute.</param>
/// <param name="ConnectionString">Null: the data folder's private cluster.</param>
/// <param name="KeysConnectionString">Null: the database journeys_keys on the same server.</param>
public sealed record DatabaseChoice(string DataFolder, string? ConnectionString, string? KeysConnectionString)
{
    /// <summary>
    /// What was said on the command line prevails over the environment (JOURNEY_DATA, JOURNEY_DB, JOURNEY_KEYS), and a
    /// connection string over a data folder. Without either: .data under JOURNEY_HOME (the repository) or here.
    /// </summary>
    public static DatabaseChoice From(string? dataOption, string? databaseOption, Func<string, string?> environment)
    {
        string? Said(string name) => environment(name) is { Length: > 0 } value ? value : null;
        var folder = dataOption ?? Said("JOURNEY_DATA") ?? Path.Combine(Said("JOURNEY_HOME") ?? Directory.GetCurrentDirectory(), ".data");
        var database = databaseOption ?? (dataOption is null ? Said("JOURNEY_DB") : null);
        return new DatabaseChoice(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), Readable(database), Readable(Said("JOURNEY_KEYS"))) { Surroundings = new(environment) };
    }

    /// <summary>Where the master key comes from: what the environment names, or a file in the secrets folder.</summary>
    /// <exception cref="SecretsException">The environment names more than one place.</exception>
    public MasterKeySource MasterKey => MasterKeySource.From(Surroundings.Variable, Path.Combine(DataFolder, "secrets", MasterKeyFile.FileName))!;

    private Named Surroundings { get; init; } = new(_ => null);

    /// <summary>The environment, which makes no difference to which database is chosen.</summary>
    private sealed record Named(Func<string, string?> Variable)
    {
        public bool Equals(Named? other) => other is not null;

        public override int GetHashCode() => 0;
    }

    /// <summary>Whether there is something to examine: a server was named, or the data folder has a cluster.</summary>
    public bool IsThere => ConnectionString is not null || Directory.Exists(ClusterFolder.Of(DataFolder).Data);

    /// <summary>What to examine. On a named server nothing is opened for it, because opening makes what is missing.</summary>
    /// <param name="opened">The private cluster; null when a server was named.</param>
    /// <param name="sample">How many journeys are replayed.</param>
    public DoctorRequest ToExamine(OpenDatabase? opened, int sample) => opened is null
        ? new DoctorRequest(
            ConnectionString!, KeysConnectionString ?? new NpgsqlConnectionStringBuilder(ConnectionString) { Database = PrivateCluster.Keys }.ConnectionString,
            MasterKey, null, sample)
        : new DoctorRequest(opened.ConnectionString, opened.KeysConnectionString, MasterKey, ClusterFolder.Of(DataFolder).Root, sample);

    public Task<OpenDatabase> OpenAsync(ClusterOptions options, CancellationToken cancellation = default) => OpenDatabase.FromAsync(this, options, cancellation);

    private static string? Readable(string? connectionString)
    {
        if (connectionString is null)
            return null;
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // The text itself is not repeated: it may hold a password.
            throw new ClusterException("The connection string cannot be read: write it as \"Host=...;Database=...;Username=...;Password=...\".", e);
        }
    }
}
