using System.Runtime.InteropServices;

namespace JourneyTracker.Outcomes.Duck;

/// <summary>DuckDB's C interface, as far as it is used here (duckdb.h of 1.5).</summary>
internal static unsafe partial class DuckNative
{
    private const string Library = "duckdb";

    [LibraryImport(Library)]
    public static partial int duckdb_create_config(out nint config);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_set_config(nint config, string name, string option);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_config(ref nint config);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_open_ext(string? path, out nint database, nint config, out nint error);

    [LibraryImport(Library)]
    public static partial void duckdb_close(ref nint database);

    [LibraryImport(Library)]
    public static partial int duckdb_connect(nint database, out nint connection);

    [LibraryImport(Library)]
    public static partial void duckdb_disconnect(ref nint connection);

    [LibraryImport(Library)]
    public static partial void duckdb_interrupt(nint connection);

    [LibraryImport(Library)]
    public static partial void duckdb_free(nint pointer);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_query(nint connection, string sql, out DuckResult result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_prepare(nint connection, string sql, out nint statement);

    [LibraryImport(Library)]
    public static partial nint duckdb_prepare_error(nint statement);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_bind_parameter_index(nint statement, out ulong index, string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_bind_varchar(nint statement, ulong index, string value);

    [LibraryImport(Library)]
    public static partial int duckdb_bind_int64(nint statement, ulong index, long value);

    [LibraryImport(Library)]
    public static partial int duckdb_bind_double(nint statement, ulong index, double value);

    [LibraryImport(Library)]
    public static partial int duckdb_bind_date(nint statement, ulong index, int days);

    [LibraryImport(Library)]
    public static partial int duckdb_bind_null(nint statement, ulong index);

    [LibraryImport(Library)]
    public static partial int duckdb_execute_prepared(nint statement, out DuckResult result);

    [LibraryImport(Library)]
    public static partial int duckdb_execute_prepared_streaming(nint statement, out DuckResult result);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_prepare(ref nint statement);

    [LibraryImport(Library)]
    public static partial nint duckdb_result_error(ref DuckResult result);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_result(ref DuckResult result);

    [LibraryImport(Library)]
    public static partial ulong duckdb_column_count(ref DuckResult result);

    [LibraryImport(Library)]
    public static partial nint duckdb_column_name(ref DuckResult result, ulong column);

    [LibraryImport(Library)]
    public static partial DuckType duckdb_column_type(ref DuckResult result, ulong column);

    [LibraryImport(Library)]
    public static partial nint duckdb_fetch_chunk(DuckResult result);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_data_chunk(ref nint chunk);

    [LibraryImport(Library)]
    public static partial ulong duckdb_data_chunk_get_size(nint chunk);

    [LibraryImport(Library)]
    public static partial nint duckdb_data_chunk_get_vector(nint chunk, ulong column);

    [LibraryImport(Library)]
    public static partial nint duckdb_vector_get_data(nint vector);

    [LibraryImport(Library)]
    public static partial ulong* duckdb_vector_get_validity(nint vector);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_appender_create(nint connection, string? schema, string table, out nint appender);

    [LibraryImport(Library)]
    public static partial nint duckdb_appender_error(nint appender);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int duckdb_append_null(nint appender);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int duckdb_append_int64(nint appender, long value);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int duckdb_append_int32(nint appender, int value);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int duckdb_append_bool(nint appender, byte value);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int duckdb_append_date(nint appender, int days);

    [LibraryImport(Library)]
    public static partial int duckdb_append_varchar_length(nint appender, byte* value, ulong length);

    [LibraryImport(Library)]
    public static partial int duckdb_appender_end_row(nint appender);

    [LibraryImport(Library)]
    public static partial int duckdb_appender_close(nint appender);

    [LibraryImport(Library)]
    public static partial int duckdb_appender_destroy(ref nint appender);

    /// <summary>The struct duckdb_result, whose members are no concern of ours.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct DuckResult
    {
        private readonly ulong columns;
        private readonly ulong rows;
        private readonly ulong changed;
        private readonly nint deprecatedColumns;
        private readonly nint deprecatedError;
        private readonly nint data;
    }

    /// <summary>The enum duckdb_type, as far as results have it.</summary>
    internal enum DuckType
    {
        Boolean = 1,
        TinyInt = 2,
        SmallInt = 3,
        Integer = 4,
        BigInt = 5,
        UTinyInt = 6,
        USmallInt = 7,
        UInteger = 8,
        UBigInt = 9,
        Float = 10,
        Double = 11,
        Timestamp = 12,
        Date = 13,
        HugeInt = 16,
        Varchar = 17,
    }
}
