using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace JourneyTracker.Journal.Secrets;

/// <summary>
/// The house's one secret: 32 random bytes. It seals the keys that journeys' keys are wrapped with, and the secret of the keyed hashes; nothing that is stored
/// hangs on it otherwise, so it can be changed (ADR 0005). Whoever loses it loses every sealed value.
/// </summary>
public sealed class MasterKey
{
    internal const int Bytes = 32;
    private readonly byte[] secret;

    private MasterKey(byte[] secret) => this.secret = secret;

    /// <summary>Says which key it is without saying anything about it; stands in the databases.</summary>
    public byte[] Fingerprint => Derive("fingerprint")[..16];

    /// <summary>The same for people: eight letters and digits.</summary>
    public string Name => NameOf(Fingerprint);

    public override string ToString() => $"(master key {Name})";

    internal static string NameOf(ReadOnlySpan<byte> fingerprint) => Convert.ToHexStringLower(fingerprint[..4]);

    internal static MasterKey New() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A key as it is kept: 32 bytes, or the same as text in base64 or hexadecimal; null when it is none.</summary>
    public static MasterKey? Parse(ReadOnlySpan<byte> kept)
    {
        if (kept.Length == Bytes) return new MasterKey(kept.ToArray());
        var text = Encoding.ASCII.GetString(kept).Trim();
        var secret = new byte[text.Length + Bytes];
        if (text.Length == 2 * Bytes && text.All(char.IsAsciiHexDigit)) return new MasterKey(Convert.FromHexString(text));
        var read = Convert.TryFromBase64String(text, secret, out var length) || (Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, secret, out length));
        return read && length == Bytes ? new MasterKey(secret[..Bytes]) : null;
    }

    /// <summary>The bytes, to be put into a file and nowhere else.</summary>
    internal ReadOnlySpan<byte> Secret => secret;

    /// <summary>The key for one purpose.</summary>
    internal byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Bytes, info: Encoding.UTF8.GetBytes($"journey-tracker/{purpose}/1"));

    /// <summary>Seals another secret of the house; what it is for is bound in.</summary>
    internal byte[] Seal(ReadOnlySpan<byte> plain, string purpose) => Boxes.Close(Derive("sealing"), plain, Encoding.UTF8.GetBytes(purpose));

    /// <exception cref="SecretsException">It was not sealed by this key for this purpose, or was changed since.</exception>
    internal byte[] Open(ReadOnlySpan<byte> box, string purpose)
    {
        try
        {
            return Boxes.Open(Derive("sealing"), box, Encoding.UTF8.GetBytes(purpose));
        }
        catch (CryptographicException wrong)
        {
            throw new SecretsException($"A secret in the database ({purpose}) does not open with the master key {Name} that it was sealed with: it was changed. Restore it from a backup.", wrong);
        }
    }
}
