using System.Runtime.InteropServices;

namespace JourneyTracker.Outcomes.Duck;

/// <summary>An open DuckDB file, or one in memory. It may be used by many threads, each with a connection of its own.</summary>
public sealed class DuckDatabase : IDisposable
{
    private nint database;

    private DuckDatabase(nint database) => this.database = database;

    /// <param name="path">The file; null for one in memory.</param>
    /// <param name="access">Whether it may be changed. A file that is only read may be opened by many programs at once.</param>
    /// <param name="threads">How many threads work on one statement.</param>
    /// <param name="memory">The most memory it takes, as DuckDB says it (512MB); what needs more goes to disk.</param>
    /// <exception cref="DuckException">It cannot be opened.</exception>
    public static DuckDatabase Open(string? path, DuckAccess access, int threads = 2, string memory = "1GB")
    {
        if (DuckNative.duckdb_create_config(out var config) != 0) throw new DuckException("DuckDB gives no configuration.");
        try
        {
            Set("access_mode", access == DuckAccess.Read ? "READ_ONLY" : "AUTOMATIC");
            Set("threads", threads.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Set("memory_limit", memory);
            // Whoever may ask for a measure may not read or write the files of this machine with it, nor load what is not here.
            Set("autoinstall_known_extensions", "false");
            // This step of its optimizer fails on some statements of several measures, depending on what is in the tables ("INTERNAL Error: Failed to cast expression to type", TopNWindowElimination).
            Set("disabled_optimizers", "top_n_window_elimination");
            if (access == DuckAccess.Read) Set("enable_external_access", "false");
            if (DuckNative.duckdb_open_ext(path, out var database, config, out var error) == 0) return new DuckDatabase(database);
            var message = Marshal.PtrToStringUTF8(error) ?? "It cannot be opened.";
            DuckNative.duckdb_free(error);
            throw new DuckException(message);
        }
        finally
        {
            DuckNative.duckdb_destroy_config(ref config);
        }

        void Set(string name, string value)
        {
            if (DuckNative.duckdb_set_config(config, name, value) != 0) throw new DuckException($"DuckDB does not know the setting {name} = {value}.");
        }
    }

    /// <exception cref="DuckException">It cannot be reached.</exception>
    public DuckConnection Connect() =>
        DuckNative.duckdb_connect(database, out var connection) == 0 ? new DuckConnection(connection) : throw new DuckException("DuckDB gives no connection.");

    public void Dispose()
    {
        if (database != 0) DuckNative.duckdb_close(ref database);
    }
}

/// <summary>What may be done with a file.</summary>
public enum DuckAccess
{
    /// <summary>By any number of programs at once.</summary>
    Read,

    /// <summary>By one program.</summary>
    Write,
}
