using System.Security.Cryptography;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Journal.Secrets;

/// <summary>AES-256-GCM as bytes: nonce, tag, ciphertext; what the box is for is covered by the tag.</summary>
internal static class Boxes
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public static byte[] Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, JourneyId journey) => Close(key, plain, Bound(journey));

    public static byte[] Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var box = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), bound);
        return box;
    }

    /// <exception cref="CryptographicException">Another key, another journey, or a changed byte.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, JourneyId journey) => Open(key, box, Bound(journey));

    /// <exception cref="CryptographicException">Another key, another purpose, or a changed byte.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound)
    {
        if (box.Length < Nonce + Tag) throw new CryptographicException("A sealed value is too short.");
        var plain = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box[..Nonce], box[(Nonce + Tag)..], box.Slice(Nonce, Tag), plain, bound);
        return plain;
    }

    private static byte[] Bound(JourneyId journey) => journey.Value.ToByteArray(bigEndian: true);
}
