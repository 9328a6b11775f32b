using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Events;

/// <summary>What Marten has no column for: these keys and no others.</summary>
internal sealed record Headers(string? Person, string? Agency, string? Source, string? SourceReference, DateTimeOffset? SourceRecordedAt)
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private const int MostBeginnings = 1_000;
    private static readonly ConcurrentDictionary<(Recorder, string?), string> Beginnings = new();

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Recorder RecordedBy => new(Person ?? "", Agency ?? "");

    public static string Write(Recorder by, string? source, byte[]? reference, DateTimeOffset? sourceRecordedAt)
    {
        var from = reference is null ? "" : $",\"sourceReference\":\"{Base64Url.EncodeToString(reference)}\"";
        var learnt = Instants.Stored(sourceRecordedAt) is { } instant ? $",\"sourceRecordedAt\":\"{instant.ToString(Instant, CultureInfo.InvariantCulture)}\"" : "";
        return string.Concat(Beginning(by, source), from, learnt, "}");
    }

    /// <summary>The members that are the same for many facts, without the closing brace.</summary>
    private static string Beginning(Recorder by, string? source)
    {
        if (Beginnings.TryGetValue((by, source), out var known)) return known;
        var written = JsonSerializer.Serialize(new Written(by.Person, by.Agency, source), Options)[..^1];
        if (Beginnings.Count >= MostBeginnings) Beginnings.Clear();
        Beginnings[(by, source)] = written;
        return written;
    }

    /// <summary>Another writer's row may have none of these keys, or more.</summary>
    /// <exception cref="UnreadableFactException">One of these keys has a value of another kind.</exception>
    public static Headers Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Headers>(json, Options) ?? None;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or FormatException)
        {
            throw new UnreadableFactException($"Who recorded it, and whence, cannot be read: {wrong.Message}", wrong);
        }
    }

    public static Headers None { get; } = new(null, null, null, null, null);

    private sealed record Written(string Person, string Agency, string? Source);
}
