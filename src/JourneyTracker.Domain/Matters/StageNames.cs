using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Domain.Matters;

/// <summary>How stages are written: codes for machines, words for people (safeguards S14).</summary>
public static class StageNames
{
    private static readonly FrozenDictionary<Stage, string> Codes =
        Enum.GetValues<Stage>().ToFrozenDictionary(s => s, s => JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()));

    private static readonly FrozenDictionary<string, Stage> ByCode = Codes.ToFrozenDictionary(c => c.Value, c => c.Key);

    /// <summary>The stages of a board, most restrictive first.</summary>
    public static IReadOnlyList<Stage> OnBoard { get; } = [.. Enum.GetValues<Stage>().Where(s => s != Stage.NotYetKnown)];

    /// <summary>For example <c>in-custody-on-recall</c>.</summary>
    public static string Code(this Stage stage) => Codes[stage];

    public static Stage? Find(string code) => ByCode.TryGetValue(code, out var stage) ? stage : null;

    /// <summary>For example "Recalled, not returned".</summary>
    public static string Words(this Stage stage) => stage switch
    {
        Stage.InCustodyOnRecall => "In custody on recall",
        Stage.InCustody => "In custody (sentenced)",
        Stage.Remanded => "Remanded",
        Stage.RecalledNotReturned => "Recalled, not returned",
        Stage.OnLicence => "On licence",
        Stage.PostSentenceSupervision => "Post-sentence supervision",
        Stage.SuspendedSentence => "Suspended sentence",
        Stage.CommunityOrder => "Community order",
        Stage.AwaitingSentence => "Awaiting sentence",
        Stage.BeforeTheCourt => "Before the court",
        Stage.OutOfCourtResolution => "Out-of-court resolution",
        Stage.Diverted => "Diverted",
        Stage.PoliceBail => "Police bail",
        Stage.ReleasedUnderInvestigation => "Released under investigation",
        Stage.UnderInvestigation => "Under investigation",
        Stage.NoCurrentInvolvement => "No current justice involvement",
        Stage.NotYetKnown => "Not yet known",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}

/// <summary>A stage is its code in JSON.</summary>
internal sealed class StageJson : JsonConverter<Stage>
{
    public override Stage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StageNames.Find(reader.GetString() ?? "") ?? throw new JsonException("That is not a stage.");

    public override void Write(Utf8JsonWriter writer, Stage value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code());

    public override Stage ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StageNames.Find(reader.GetString() ?? "") ?? throw new JsonException("That is not a stage.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Stage value, JsonSerializerOptions options) => writer.WritePropertyName(value.Code());
}
