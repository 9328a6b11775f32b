using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Journal.Secrets;

/// <summary>A backup of the journeys' keys, line by line: what opens it, one line for each journey, and how many there are with a seal over it all.</summary>
internal static class KeyBackupLines
{
    public const string Format = "journey-keys.1";

    /// <summary>What the seal at the end is made with.</summary>
    public const string Purpose = "backup";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <param name="Format">Always <see cref="KeyBackupLines.Format"/>.</param>
    /// <param name="Made">When.</param>
    /// <param name="Wrapping">The wrapping keys, each with a copy for every master key that may open it.</param>
    public sealed record Head(string Format, DateTimeOffset Made, IReadOnlyList<WrappingCopy> Wrapping);

    /// <summary>One wrapping key as one master key opens it.</summary>
    public sealed record WrappingCopy(int Id, byte[] Master, byte[] Sealed);

    /// <summary>One journey's key; without <paramref name="Wrapped"/> it was destroyed.</summary>
    public sealed record Key(Guid Journey, int? Wrapping, byte[]? Wrapped);

    /// <param name="Count">How many keys precede.</param>
    /// <param name="Mac">HMAC-SHA256 over every line before this one, with what the newest wrapping key gives.</param>
    public sealed record Tail(long Count, byte[] Mac);

    public static byte[] Write<T>(T line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, Options), (byte)'\n'];

    /// <exception cref="SecretsException">It is no such line.</exception>
    public static T Read<T>(string line, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw Damaged(file);
        }
        catch (JsonException wrong)
        {
            throw Damaged(file, wrong);
        }
    }

    public static SecretsException Damaged(string file, Exception? inner = null) => new($"The file {file} is not a whole backup of journeys' keys: it was cut off or changed. Take another backup.", inner);
}
