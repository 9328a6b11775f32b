using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace JourneyTracker.Domain.Facts;

/// <summary>Writes canonical JSON into a buffer that is used again and again. Every member and item ends with a comma until its object or array closes.</summary>
internal sealed class CanonicalWriter
{
    private const long LargestExact = 1L << 53;
    private readonly List<Member> members = [];
    private readonly Comparison<Member> byName;
    private ArrayBufferWriter<byte> written = new(1024);
    private ArrayBufferWriter<byte> sorted = new(1024);

    public CanonicalWriter() => byName = Compare;

    /// <summary>Good until the next call.</summary>
    public ReadOnlySpan<byte> Write(ReadOnlySpan<byte> json)
    {
        written.ResetWrittenCount();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        WriteValue(ref reader);
        reader.Read();
        return written.WrittenSpan;
    }

    private void WriteValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteObject(ref reader);
                break;
            case JsonTokenType.StartArray:
                written.Write("["u8);
                var empty = written.WrittenCount;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    WriteValue(ref reader);
                    written.Write(","u8);
                }

                Close(empty, "]"u8);
                break;
            case JsonTokenType.String:
                WriteText(ref reader);
                break;
            case JsonTokenType.Number:
                if (!reader.TryGetInt64(out var number) || number is > LargestExact or < -LargestExact) throw new JsonException("Facts hold whole numbers only.");
                Utf8Formatter.TryFormat(number, written.GetSpan(20), out var digits);
                written.Advance(digits);
                break;
            default:
                written.Write(reader.ValueSpan);
                break;
        }
    }

    private void WriteObject(ref Utf8JsonReader reader)
    {
        written.Write("{"u8);
        var (start, first, inOrder) = (written.WrittenCount, members.Count, true);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = written.WrittenCount;
            var plain = !reader.ValueIsEscaped && Ascii.IsValid(reader.ValueSpan);
            var text = plain ? null : reader.GetString();
            WriteText(ref reader);
            var nameLength = written.WrittenCount - name;
            written.Write(":"u8);
            reader.Read();
            WriteValue(ref reader);
            written.Write(","u8);
            var member = new Member(text, name, nameLength, written.WrittenCount - name);
            inOrder = inOrder && (members.Count == first || Compare(members[^1], member) <= 0);
            members.Add(member);
        }

        if (!inOrder) Sort(start, first);
        members.RemoveRange(first, members.Count - first);
        Close(start, "}"u8);
    }

    private void Sort(int start, int first)
    {
        var own = CollectionsMarshal.AsSpan(members)[first..];
        own.Sort(byName);
        sorted.ResetWrittenCount();
        sorted.Write(written.WrittenSpan[..start]);
        foreach (var member in own) sorted.Write(written.WrittenSpan.Slice(member.Start, member.Length));
        (written, sorted) = (sorted, written);
    }

    /// <summary>By UTF-16 code units, as the RFC has it; for ASCII that is the order of the bytes.</summary>
    private int Compare(Member a, Member b) => a.Text is null && b.Text is null
        ? NameOf(a).SequenceCompareTo(NameOf(b))
        : string.CompareOrdinal(a.Text ?? Encoding.ASCII.GetString(NameOf(a)), b.Text ?? Encoding.ASCII.GetString(NameOf(b)));

    private ReadOnlySpan<byte> NameOf(Member member) => written.WrittenSpan.Slice(member.Start + 1, member.NameLength - 2);

    /// <summary>The last comma, if there is one, gives way to the bracket.</summary>
    private void Close(int empty, ReadOnlySpan<byte> bracket)
    {
        if (written.WrittenCount == empty) written.Write(bracket);
        else MemoryMarshal.AsMemory(written.WrittenMemory).Span[^1] = bracket[0];
    }

    private void WriteText(ref Utf8JsonReader reader)
    {
        written.Write("\""u8);
        if (reader.ValueIsEscaped) WriteEscaped(reader.GetString()!);
        else written.Write(reader.ValueSpan);
        written.Write("\""u8);
    }

    private void WriteEscaped(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append("\\u00").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        written.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <param name="Text">The name, where it is not plain ASCII as it stands.</param>
    /// <param name="Start">Where it stands in what is written: name, colon, value, comma.</param>
    /// <param name="NameLength">With its quotes.</param>
    /// <param name="Length">Of all.</param>
    private readonly record struct Member(string? Text, int Start, int NameLength, int Length);
}
