namespace JourneyTracker.Domain.Identity;

/// <summary>Makes a short, speakable name from an id: letters and digits that cannot be mistaken for each other.</summary>
public static class Pseudonym
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>For example W-7F3K2Q: 30 bits of the id, so two women in one partnership hardly ever share one; the id itself decides.</summary>
    public static string Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = (uint)((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]);
        Span<char> name = stackalloc char[8];
        name[0] = 'W';
        name[1] = '-';
        for (var i = 0; i < 6; i++) name[2 + i] = Alphabet[(int)((bits >> (27 - (5 * i))) & 31)];
        return new string(name);
    }
}
