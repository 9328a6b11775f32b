using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>Reads mapping files. Nothing unknown is passed over: a misspelt member would silently lose facts.</summary>
public static partial class MappingFileJson
{
    private const int LongestFile = 4 << 20;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <exception cref="ImportRefusedException">It is no mapping; the message says where and why.</exception>
    public static MappingFile Read(string path) => Parse(Bytes(path), path);

    /// <summary>The file as it is, unpacked.</summary>
    /// <exception cref="ImportRefusedException">It cannot be read, or is too long.</exception>
    public static byte[] Bytes(string path)
    {
        using var file = InputFile.Open(path);
        // No more of it is unpacked than a mapping may have.
        var content = new byte[LongestFile + 1];
        var length = file.Content.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        if (length > LongestFile) throw new ImportRefusedException($"{path} is too long to be a mapping.");
        return content[..length];
    }

    /// <exception cref="ImportRefusedException">It is no mapping; the message says where and why.</exception>
    public static MappingFile Parse(ReadOnlySpan<byte> json, string path)
    {
        if (json.StartsWith(System.Text.Encoding.UTF8.Preamble)) json = json[3..];
        try
        {
            return JsonSerializer.Deserialize<MappingFile>(json, Strict) ?? throw new JsonException("it is null");
        }
        catch (JsonException wrong)
        {
            throw new ImportRefusedException($"The mapping {path} cannot be used: {Words(wrong)}.{Place(wrong)}", wrong);
        }
    }

    private static string Words(JsonException wrong)
    {
        if (UnknownMember().Match(wrong.Message) is { Success: true } unknown) return $"it does not know the member '{unknown.Groups[1].Value}'";
        if (MissingMembers().Match(wrong.Message) is { Success: true } missing) return $"it lacks {missing.Groups[1].Value.TrimEnd('.')}";
        if (wrong.Message.Contains("Duplicate property", StringComparison.OrdinalIgnoreCase)) return "a member stands in it twice";
        if (wrong.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)) return "a value is not of the kind that belongs there";
        if (wrong.InnerException is JsonException or InvalidOperationException && wrong.Path is null) return "it is not JSON";
        if (wrong.InnerException is JsonException) return "it is not JSON";
        return wrong.Message.Split(". Path:")[0].TrimEnd('.');
    }

    private static string Place(JsonException wrong) =>
        (wrong.LineNumber is { } line ? $" Look at line {line + 1}" : "") + (wrong.Path is { Length: > 1 } path ? $" ({path})" : "")
        + (wrong.LineNumber is null ? "" : ".");

    [GeneratedRegex("The JSON property '([^']*)' could not be mapped")]
    private static partial Regex UnknownMember();

    [GeneratedRegex(@"missing required properties including: (.*?)(?: Path:|$)")]
    private static partial Regex MissingMembers();
}
