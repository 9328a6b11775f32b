using System.Diagnostics.CodeAnalysis;

namespace JourneyTracker.Domain.Identity;

/// <summary>Makes a short, speakable name from an id: letters and digits that cannot be mistaken for each other.</summary>
public static class Pseudonym
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Letters = 6;
    private const int BitsLeft = 2;

    /// <summary>For example W-7F3K2Q: 30 bits of the id, so two women in one partnership hardly ever share one; the id itself decides.</summary>
    public static string Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = (uint)((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]);
        Span<char> name = stackalloc char[2 + Letters];
        name[0] = 'W';
        name[1] = '-';
        for (var i = 0; i < Letters; i++) name[2 + i] = Alphabet[(int)((bits >> (27 - (5 * i))) & 31)];
        return new string(name);
    }

    /// <summary>The ids that have a pseudonym: from the first to the last, both included. Small letters do as well, and the hyphen may be left out.</summary>
    public static bool TryRange([NotNullWhen(true)] string? text, out Guid first, out Guid last)
    {
        (first, last) = (default, default);
        var name = text?.Trim().ToUpperInvariant().Replace("-", "", StringComparison.Ordinal);
        if (name is not { Length: 1 + Letters } || name[0] != 'W') return false;
        uint bits = 0;
        foreach (var letter in name.AsSpan(1))
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0) return false;
            bits = (bits << 5) | (uint)value;
        }

        first = Bound(bits << BitsLeft, 0);
        last = Bound((bits << BitsLeft) | ((1u << BitsLeft) - 1), byte.MaxValue);
        return true;
    }

    private static Guid Bound(uint beginning, byte rest)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Fill(rest);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, beginning);
        return new Guid(bytes, bigEndian: true);
    }
}
