using System.Text.Json;

namespace JourneyTracker.Domain.Facts;

/// <summary>Facts to bytes and back.</summary>
public static class FactCodec
{
    /// <summary>The body as it stands in the journal.</summary>
    /// <exception cref="JsonException">A protected value is not sealed.</exception>
    public static byte[] Write(Fact fact) => JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), FactJson.Stored);

    /// <summary>Reads a stored body, older versions of it included.</summary>
    /// <exception cref="UnreadableFactException">The name is unknown or the body does not fit it.</exception>
    public static Fact Read(string name, ReadOnlySpan<byte> body)
    {
        try
        {
            var kind = FactCatalogue.Find(name) ?? throw new UnreadableFactException($"There is no fact called '{name}' in this version.");
            return Newest(JsonSerializer.Deserialize(body, kind.Type, FactJson.Stored) ?? throw new UnreadableFactException($"A fact called '{name}' has no body."));
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or FormatException)
        {
            throw new UnreadableFactException($"A fact called '{name}' cannot be read: {wrong.Message}", wrong);
        }
    }

    /// <summary>Reads a body as a door receives it: protected values in clear.</summary>
    /// <exception cref="UnreadableFactException">The name is unknown or the body does not fit it; the message is fit for the sender.</exception>
    public static Fact ReadPlain(string name, JsonElement body)
    {
        var kind = FactCatalogue.Find(name) ?? throw new UnreadableFactException($"There is no fact called '{name}'. docs/facts.md lists them.");
        try
        {
            return Newest(body.Deserialize(kind.Type, FactJson.Plain) ?? throw new UnreadableFactException($"This is not a '{name}': it is null."));
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or FormatException)
        {
            throw new UnreadableFactException($"This is not a '{name}': {wrong.Message}", wrong);
        }
    }

    /// <summary>What was read in the shape of a kind, as a fact in the newest shape.</summary>
    public static Fact Newest(object shape) => shape is FormerShape former ? former.Lift() : (Fact)shape;

    /// <summary>The fact as a door shows it: protected values in clear, or "(erased)", or "(not shared)".</summary>
    public static JsonElement WritePlain(Fact fact) => JsonSerializer.SerializeToElement(fact, fact.GetType(), FactJson.Plain);

    /// <summary>
    /// The canonical bytes of a fact with its protected values in clear: what two reports of the same thing are compared by. Never stored as it is. A fact that a
    /// former shape can say whole is compared in that shape and under its name, also inside a correction.
    /// </summary>
    public static byte[] PlainContent(Fact fact) => PlainContent(fact, out _);

    /// <summary>The same, for who writes the fact too.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="plain">Its plain body: of a kind without protected values the same bytes as <see cref="Write"/> gives.</param>
    public static byte[] PlainContent(Fact fact, out byte[] plain)
    {
        plain = JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), FactJson.Plain);
        if (fact.InFormerShape() is { } former)
            return Compared(JsonSerializer.SerializeToUtf8Bytes(former, former.GetType(), FactJson.Plain), FactCatalogue.Of(former));
        return Compared(fact is Corrected ? JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), FactJson.Compared) : plain, FactCatalogue.Of(fact));
    }

    private static byte[] Compared(byte[] body, FactKind kind) => CanonicalJson.Of([.. "{\"fact\":{\"body\":"u8, .. body, .. kind.AfterBody]);
}

/// <summary>A stored or sent fact that this version of the program cannot read.</summary>
public sealed class UnreadableFactException(string message, Exception? inner = null) : Exception(message, inner);
