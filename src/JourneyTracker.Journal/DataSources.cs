using Npgsql;

namespace JourneyTracker.Journal;

/// <summary>One login, and a pool of connections for each role it takes on. No role here is a superuser or bypasses row-level security.</summary>
public sealed class DataSources : IAsyncDisposable
{
    private const int NpgsqlsMost = 100;
    private const int MostOfARole = 25;
    private const int MostPrepared = 40;

    // Nobody reads past a number that an unfinished transaction drew: a program that stands still in one must not hold the others up.
    private const string Unfinished = "idle_in_transaction_session_timeout=10s";

    public DataSources(string connectionString)
    {
        ConnectionString = connectionString;
        // Generic plans: else PostgreSQL would plan the check of a foreign key anew for each row.
        Writer = Make("journeys_writer", "lock_timeout=250ms", "plan_cache_mode=force_generic_plan", Unfinished);
        Loader = Make("journeys_writer", "lock_timeout=5s", "plan_cache_mode=force_generic_plan", Unfinished);
        Folder = Make("journeys_folder");
        Reader = Make("journeys_reader");
        Owner = Make("journeys_owner");
    }

    public string ConnectionString { get; }

    /// <summary>Appends and the vault; sees one partnership at a time. Does not wait long for a lock.</summary>
    public NpgsqlDataSource Writer { get; }

    /// <summary>As the writer, for work that waits its turn and for big groups.</summary>
    public NpgsqlDataSource Loader { get; }

    /// <summary>Follows the whole log and writes what is derived from it.</summary>
    public NpgsqlDataSource Folder { get; }

    /// <summary>Reads one partnership at a time.</summary>
    public NpgsqlDataSource Reader { get; }

    /// <summary>Owns the tables: for building new ones beside the old. Row-level security holds for it too.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>A connection outside the pools in a role, to listen on and to hold locks with: the server notices within ten seconds that its machine is gone.</summary>
    /// <param name="role">The role it takes on.</param>
    /// <param name="keepalive">How often it gives a sign of life when it has nothing to do, in seconds.</param>
    /// <param name="settings">Further settings of the session.</param>
    public NpgsqlConnection Unpooled(string role, int keepalive = 30, params string[] settings) =>
        new(In(role, ["tcp_keepalives_idle=3", "tcp_keepalives_interval=2", "tcp_keepalives_count=2", .. settings]).ToString() + $";Pooling=false;Keepalive={keepalive}");

    private NpgsqlDataSource Make(string role, params string[] settings) => NpgsqlDataSource.Create(In(role, settings));

    private NpgsqlConnectionStringBuilder In(string role, string[] settings)
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            // We set nothing for longer than a transaction, so there is nothing to reset; and a reset of the session would be a reset of the role on some servers.
            NoResetOnClose = true,
            // What is asked again and again is planned once for each connection.
            MaxAutoPrepare = MostPrepared,
            Enlist = false,
            ApplicationName = role,
        };
        // Npgsql's own most: nobody chose it, and so many for each role would be more than a server has.
        if (builder.MaxPoolSize == NpgsqlsMost) builder.MaxPoolSize = MostOfARole;
        var options = settings.Prepend($"role={role}").Select(s => $"-c {s}");
        if (builder.Options is { Length: > 0 } given) options = options.Prepend(given);
        builder.Options = string.Join(' ', options);
        return builder;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in new[] { Writer, Loader, Folder, Reader, Owner }) await source.DisposeAsync();
    }
}
