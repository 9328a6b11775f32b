using System.Runtime.InteropServices;
using System.Text;
using static JourneyTracker.Outcomes.Duck.DuckNative;

namespace JourneyTracker.Outcomes.Duck;

/// <summary>Reads a result, chunk by chunk.</summary>
internal static unsafe class DuckReader
{
    /// <summary>A text of up to so many bytes stands in the row itself.</summary>
    private const int Inlined = 12;
    private const int TextSize = 16;
    private const int ValidityBits = 64;

    public static DuckTable Read(ref DuckResult result)
    {
        var (names, types) = Heads(ref result);
        var rows = new List<object?[]>();
        while (Next(result, types, rows))
        {
        }

        return new DuckTable(names, rows);
    }

    /// <summary>The names of the columns, and what is in them.</summary>
    public static (string[] Names, DuckType[] Types) Heads(ref DuckResult result)
    {
        var count = (int)duckdb_column_count(ref result);
        var (names, types) = (new string[count], new DuckType[count]);
        for (var i = 0; i < count; i++)
        {
            names[i] = Marshal.PtrToStringUTF8(duckdb_column_name(ref result, (ulong)i))!;
            types[i] = duckdb_column_type(ref result, (ulong)i);
        }

        return (names, types);
    }

    /// <summary>Adds the rows of the next chunk.</summary>
    /// <returns>False when there is none.</returns>
    public static bool Next(DuckResult result, DuckType[] types, List<object?[]> rows)
    {
        var chunk = duckdb_fetch_chunk(result);
        if (chunk == 0) return false;
        try
        {
            Add(rows, chunk, types);
        }
        finally
        {
            duckdb_destroy_data_chunk(ref chunk);
        }

        return true;
    }

    private static void Add(List<object?[]> rows, nint chunk, DuckType[] types)
    {
        var (first, size) = (rows.Count, (int)duckdb_data_chunk_get_size(chunk));
        for (var row = 0; row < size; row++) rows.Add(new object?[types.Length]);
        for (var column = 0; column < types.Length; column++)
        {
            var vector = duckdb_data_chunk_get_vector(chunk, (ulong)column);
            var data = (byte*)duckdb_vector_get_data(vector);
            var valid = duckdb_vector_get_validity(vector);
            for (var row = 0; row < size; row++)
                if (valid is null || (valid[row / ValidityBits] & (1UL << (row % ValidityBits))) != 0) rows[first + row][column] = Value(data, row, types[column]);
        }
    }

    private static object Value(byte* data, int row, DuckType type) => type switch
    {
        DuckType.Boolean => data[row] != 0,
        DuckType.TinyInt => (long)((sbyte*)data)[row],
        DuckType.SmallInt => (long)((short*)data)[row],
        DuckType.Integer => (long)((int*)data)[row],
        DuckType.BigInt => ((long*)data)[row],
        DuckType.UTinyInt => (long)data[row],
        DuckType.USmallInt => (long)((ushort*)data)[row],
        DuckType.UInteger => (long)((uint*)data)[row],
        DuckType.UBigInt => checked((long)((ulong*)data)[row]),
        DuckType.HugeInt => checked((long)((Int128*)data)[row]),
        DuckType.Float => (double)((float*)data)[row],
        DuckType.Double => ((double*)data)[row],
        DuckType.Date => DuckDays.ToDay(((int*)data)[row]),
        DuckType.Varchar => Text(data + (row * TextSize)),
        _ => throw new DuckException($"A column of the type {type} cannot be read here: cast it to text, a number or a day."),
    };

    private static string Text(byte* at)
    {
        var length = *(int*)at;
        return Encoding.UTF8.GetString(length <= Inlined ? at + sizeof(int) : *(byte**)(at + sizeof(long)), length);
    }
}
