using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace JourneyTracker.Domain.Facts;

/// <summary>
/// Names the case, order or custody spell that a fact is about, so that an opening and its closing pair up even when stays overlap.
/// At a door it is the agency's own reference; the journal keeps only a keyed hash of it, because references often contain an identifier.
/// </summary>
public readonly record struct MatterReference : IParsable<MatterReference>
{
    public const int Longest = 200;

    /// <summary>How a hashed reference begins; 22 characters of base64url follow.</summary>
    public const string HashedPrefix = "m1.";

    /// <exception cref="FormatException">The reference is empty or longer than <see cref="Longest"/>.</exception>
    public MatterReference(string value) => Value = value is { Length: > 0 and <= Longest }
        ? value
        : throw new FormatException($"A matter reference has 1 to {Longest} characters.");

    public string Value { get; }

    /// <summary>Whether this is the form in the journal; such a one is kept as it is.</summary>
    public bool IsHashed => Value.Length == HashedPrefix.Length + 22 && Value.StartsWith(HashedPrefix, StringComparison.Ordinal)
        && Base64Url.IsValid(Value.AsSpan(HashedPrefix.Length));

    public static MatterReference Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MatterReference result)
    {
        var ok = s is { Length: > 0 and <= Longest };
        result = ok ? new MatterReference(s!) : default;
        return ok;
    }

    /// <summary>The hash; an agency's own reference is not shown, since it often contains an identifier.</summary>
    public override string ToString() => IsHashed ? Value : "(matter)";
}
