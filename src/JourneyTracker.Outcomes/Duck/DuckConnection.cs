using System.Runtime.InteropServices;

namespace JourneyTracker.Outcomes.Duck;

/// <summary>A connection to an open file; for one thread at a time.</summary>
public sealed class DuckConnection : IDisposable
{
    private nint connection;

    internal DuckConnection(nint connection) => this.connection = connection;

    /// <summary>Runs statements that answer nothing.</summary>
    /// <exception cref="DuckException">It was refused.</exception>
    public void Execute(string sql)
    {
        var failed = DuckNative.duckdb_query(connection, sql, out var result) != 0;
        var message = failed ? Error(DuckNative.duckdb_result_error(ref result)) : null;
        DuckNative.duckdb_destroy_result(ref result);
        if (message is not null) throw new DuckException(message);
    }

    /// <summary>Runs one statement and reads all that it answers.</summary>
    /// <param name="sql">Parameters are written $name.</param>
    /// <param name="parameters">Their values: text, whole numbers, fractions, days or null. Those that the statement does not name are left out.</param>
    /// <param name="ct">Stops the statement.</param>
    /// <exception cref="DuckException">It was refused.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public DuckTable Query(string sql, IReadOnlyDictionary<string, object?>? parameters = null, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var failed = DuckNative.duckdb_prepare(connection, sql, out var statement) != 0;
        try
        {
            if (failed) throw new DuckException(Error(DuckNative.duckdb_prepare_error(statement)));
            foreach (var (name, value) in parameters ?? new Dictionary<string, object?>()) Bind(statement, name, value);
            using var stop = ct.Register(() => DuckNative.duckdb_interrupt(connection));
            failed = DuckNative.duckdb_execute_prepared(statement, out var result) != 0;
            try
            {
                ct.ThrowIfCancellationRequested();
                return failed ? throw new DuckException(Error(DuckNative.duckdb_result_error(ref result))) : DuckReader.Read(ref result);
            }
            finally
            {
                DuckNative.duckdb_destroy_result(ref result);
            }
        }
        finally
        {
            DuckNative.duckdb_destroy_prepare(ref statement);
        }
    }

    /// <summary>Runs one statement and hands its rows on as they are made, so that memory stays flat. Until it is disposed of, the connection is asked nothing else.</summary>
    /// <exception cref="DuckException">It was refused.</exception>
    public DuckStream Stream(string sql, IReadOnlyDictionary<string, object?>? parameters = null)
    {
        var failed = DuckNative.duckdb_prepare(connection, sql, out var statement) != 0;
        try
        {
            if (failed) throw new DuckException(Error(DuckNative.duckdb_prepare_error(statement)));
            foreach (var (name, value) in parameters ?? new Dictionary<string, object?>()) Bind(statement, name, value);
            if (DuckNative.duckdb_execute_prepared_streaming(statement, out var result) == 0) return new DuckStream(result);
            var message = Error(DuckNative.duckdb_result_error(ref result));
            DuckNative.duckdb_destroy_result(ref result);
            throw new DuckException(message);
        }
        finally
        {
            DuckNative.duckdb_destroy_prepare(ref statement);
        }
    }

    /// <summary>Writes rows to the end of a table, fast; they are there once it is disposed of.</summary>
    /// <exception cref="DuckException">There is no such table.</exception>
    public DuckAppender Append(string table) => DuckAppender.Open(connection, table);

    public void Dispose()
    {
        if (connection != 0) DuckNative.duckdb_disconnect(ref connection);
    }

    private static void Bind(nint statement, string name, object? value)
    {
        if (DuckNative.duckdb_bind_parameter_index(statement, out var index, name) != 0) return;
        var failed = value switch
        {
            null => DuckNative.duckdb_bind_null(statement, index),
            string text => DuckNative.duckdb_bind_varchar(statement, index, text),
            DateOnly day => DuckNative.duckdb_bind_date(statement, index, DuckDays.Of(day)),
            double number => DuckNative.duckdb_bind_double(statement, index, number),
            int number => DuckNative.duckdb_bind_int64(statement, index, number),
            long number => DuckNative.duckdb_bind_int64(statement, index, number),
            _ => throw new ArgumentException($"A parameter cannot be a {value.GetType().Name}.", nameof(value)),
        };
        if (failed != 0) throw new DuckException($"The parameter {name} cannot be given.");
    }

    private static string Error(nint message) => Marshal.PtrToStringUTF8(message) ?? "It was refused, and DuckDB does not say why.";
}
