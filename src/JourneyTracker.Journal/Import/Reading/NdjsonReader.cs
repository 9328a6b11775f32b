using System.Text.Json;

namespace JourneyTracker.Journal.Import.Reading;

/// <summary>Reads one JSON object a line. Numbers, true and false become text; null and a missing member become empty text; objects and arrays their JSON.</summary>
public sealed class NdjsonReader : RowReader
{
    private readonly Dictionary<string, int> places;
    private readonly HashSet<string> neverSeen;

    /// <param name="file">The file; disposed with the reader.</param>
    /// <param name="columns">The members to read, in the order wanted.</param>
    /// <param name="keepRaw">Whether the rows' bytes are wanted.</param>
    public NdjsonReader(InputFile file, IReadOnlyList<string> columns, bool keepRaw = false)
        : base(file, keepRaw)
    {
        places = columns.Select((name, place) => (name, place)).ToDictionary(c => c.name, c => c.place, StringComparer.Ordinal);
        neverSeen = [.. columns];
        Begin();
    }

    public override IReadOnlyCollection<string> NeverSeen => neverSeen;

    public override SourceRow? Read()
    {
        while (true)
        {
            var end = Window.Bytes.IndexOf((byte)'\n');
            if (end > LongestRow || (end < 0 && Window.Bytes.Length > LongestRow)) return RefusedLength();
            if (end < 0 && !Window.IsLast)
            {
                Window.Fill();
                continue;
            }

            if (end < 0 && Window.Bytes.IsEmpty) return null;
            var line = end < 0 ? Window.Bytes : Window.Bytes[..end];
            var raw = line.TrimEnd((byte)'\r');
            var row = raw.IndexOfAnyExcept(" \t\r"u8) < 0 ? null : RefusedEncoding(raw) ?? ReadObject(raw);
            Window.Advance(end < 0 ? line.Length : end + 1);
            Line++;
            if (row is not null) return row;
        }
    }

    private SourceRow ReadObject(ReadOnlySpan<byte> raw)
    {
        try
        {
            var json = new Utf8JsonReader(raw);
            var cells = new string[places.Count];
            Array.Fill(cells, "");
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject) return Refused("The line is not a JSON object.", "Write one object with named values on each line.", raw);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var place = places.GetValueOrDefault(json.GetString()!, -1);
                json.Read();
                if (place < 0) json.Skip();
                else
                {
                    neverSeen.Remove(NameAt(place));
                    cells[place] = Text(ref json, raw).Trim();
                }
            }

            json.Read();
            return Row(cells, raw);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            var at = wrong is JsonException { BytePositionInLine: { } position } ? $" at byte {position + 1}" : "";
            return Refused($"The line is not JSON{at}.", "Write one whole object on each line.", raw);
        }
    }

    private string NameAt(int place) => neverSeen.Count == 0 ? "" : places.First(p => p.Value == place).Key;

    private static string Text(ref Utf8JsonReader json, ReadOnlySpan<byte> raw)
    {
        var from = (int)json.TokenStartIndex;
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return json.GetString()!;
            case JsonTokenType.Null:
                return "";
            default:
                json.Skip();
                return System.Text.Encoding.UTF8.GetString(raw[from..(int)json.BytesConsumed]);
        }
    }
}
