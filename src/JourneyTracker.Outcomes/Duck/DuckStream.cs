using System.Runtime.InteropServices;

namespace JourneyTracker.Outcomes.Duck;

/// <summary>The rows of a statement as they are made, once.</summary>
public sealed class DuckStream : IDisposable
{
    private readonly DuckNative.DuckType[] types;
    private DuckNative.DuckResult result;

    internal DuckStream(DuckNative.DuckResult result)
    {
        this.result = result;
        (Columns, types) = DuckReader.Heads(ref this.result);
    }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Text, long, double, bool, DateOnly, or null.</summary>
    /// <exception cref="DuckException">It failed on the way.</exception>
    public IEnumerable<object?[]> Rows()
    {
        var rows = new List<object?[]>();
        while (Next(rows))
        {
            foreach (var row in rows) yield return row;
            rows.Clear();
        }
    }

    public void Dispose() => DuckNative.duckdb_destroy_result(ref result);

    private bool Next(List<object?[]> rows)
    {
        if (DuckReader.Next(result, types, rows)) return true;
        return DuckNative.duckdb_result_error(ref result) is not 0 and var error ? throw new DuckException(Marshal.PtrToStringUTF8(error) ?? "It failed on the way.") : false;
    }
}
