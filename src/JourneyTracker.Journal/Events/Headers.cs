using System.Buffers.Text;
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

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Recorder RecordedBy => new(Person ?? "", Agency ?? "");

    public static string Write(Recorder by, string? source, byte[]? reference, DateTimeOffset? sourceRecordedAt) => JsonSerializer.Serialize(
        new Written(by.Person, by.Agency, source, reference is null ? null : Base64Url.EncodeToString(reference), Instants.Stored(sourceRecordedAt)?.ToString(Instant, CultureInfo.InvariantCulture)),
        Options);

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

    private sealed record Written(string Person, string Agency, string? Source, string? SourceReference, string? SourceRecordedAt);
}
