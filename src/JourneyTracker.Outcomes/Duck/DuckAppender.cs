using System.Runtime.InteropServices;
using System.Text;

namespace JourneyTracker.Outcomes.Duck;

/// <summary>Writes rows to the end of a table. Values are given column by column; <see cref="End"/> ends a row.</summary>
public sealed unsafe class DuckAppender : IDisposable
{
    private const int Short = 256;
    private nint appender;

    private DuckAppender(nint appender) => this.appender = appender;

    public DuckAppender Add(long value) => Checked(DuckNative.duckdb_append_int64(appender, value));

    public DuckAppender Add(int value) => Checked(DuckNative.duckdb_append_int32(appender, value));

    public DuckAppender Add(int? value) => value is { } number ? Add(number) : Null();

    public DuckAppender Add(bool value) => Checked(DuckNative.duckdb_append_bool(appender, value ? (byte)1 : (byte)0));

    public DuckAppender Add(DateOnly value) => Checked(DuckNative.duckdb_append_date(appender, DuckDays.Of(value)));

    public DuckAppender Add(DateOnly? value) => value is { } day ? Add(day) : Null();

    public DuckAppender Add(string? value)
    {
        if (value is null) return Null();
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = most <= Short ? stackalloc byte[Short] : new byte[most];
        var length = Encoding.UTF8.GetBytes(value, bytes);
        fixed (byte* at = bytes) return Checked(DuckNative.duckdb_append_varchar_length(appender, at, (ulong)length));
    }

    public void End() => Checked(DuckNative.duckdb_appender_end_row(appender));

    /// <summary>Writes what is left. Without it, what was added may not be there.</summary>
    /// <exception cref="DuckException">A row does not fit the table.</exception>
    public void Complete() => Checked(DuckNative.duckdb_appender_close(appender));

    public void Dispose()
    {
        if (appender != 0) _ = DuckNative.duckdb_appender_destroy(ref appender);
    }

    internal static DuckAppender Open(nint connection, string table) => DuckNative.duckdb_appender_create(connection, null, table, out var appender) == 0
        ? new DuckAppender(appender)
        : throw new DuckException($"There is no table {table} to add to.");

    private DuckAppender Null() => Checked(DuckNative.duckdb_append_null(appender));

    private DuckAppender Checked(int failed) => failed == 0 ? this : throw new DuckException(Marshal.PtrToStringUTF8(DuckNative.duckdb_appender_error(appender)) ?? "A row was refused.");
}
