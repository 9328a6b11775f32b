using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Web.SignIn;

/// <summary>The sign-in file as it is written.</summary>
internal sealed record SignInFileJson(string Authority, string ClientId, SecretJson ClientSecret, PersonClaimsJson Claims)
{
    public static JsonSerializerOptions Form { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public ClientAuthentication ClientAuthentication { get; init; }

    public IReadOnlyList<string>? Scopes { get; init; }

    public SessionJson? Session { get; init; }

    public string? WhomToAsk { get; init; }

    public ProgramsJson? Api { get; init; }
}

internal sealed record SecretJson(string? File = null, string? Environment = null);

internal sealed record SessionJson(int? IdleMinutes = null, int? AbsoluteMinutes = null);

internal sealed record PersonClaimsJson(ClaimJson Person, ClaimJson Agency, ClaimJson AgencyType, ClaimJson Role, ClaimJson Partnership)
{
    public ClaimJson? FamilyName { get; init; }

    public ClaimJson? Women { get; init; }
}

/// <summary>Written as a text, when it is only the name of a claim.</summary>
[JsonConverter(typeof(ClaimJsonConverter))]
internal sealed record ClaimJson(string? Claim, string? Always, IReadOnlyList<KeyValuePair<string, string>>? Values);

internal sealed record ProgramsJson(string Audience, IReadOnlyDictionary<string, ProgramJson> Programs)
{
    public string? ClientClaim { get; init; }

    public string? ScopeClaim { get; init; }

    public IReadOnlyList<string>? TokenTypes { get; init; }
}

internal sealed record ProgramJson(string Name, string Agency, string AgencyType, string Role, string Partnership);

internal sealed class ClaimJsonConverter : JsonConverter<ClaimJson>
{
    private sealed record Written(string? Claim = null, string? Always = null, OrderedDictionary<string, string>? Values = null);

    public override ClaimJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new ClaimJson(reader.GetString(), null, null);
        var written = JsonSerializer.Deserialize<Written>(ref reader, options)!;
        return new ClaimJson(written.Claim, written.Always, written.Values is null ? null : [.. written.Values]);
    }

    public override void Write(Utf8JsonWriter writer, ClaimJson value, JsonSerializerOptions options) => throw new NotSupportedException("The file is only read.");
}
