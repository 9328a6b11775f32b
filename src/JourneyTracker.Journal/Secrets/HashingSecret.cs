using System.Security.Cryptography;
using System.Text;

namespace JourneyTracker.Journal.Secrets;

/// <summary>
/// What the keyed hashes are made with. It stays for ever, because what was hashed cannot be hashed anew; so it is a secret of its own, sealed for each master key that
/// may open the database, and not derived from one. A database from before there was rotation keeps what was derived from its master key.
/// </summary>
internal sealed class HashingSecret
{
    public const string Purpose = "hashing";
    private const int Each = 32;
    private static readonly string[] Derived = ["source-reference", "content", "person-key", "matter-reference"];
    private readonly byte[] parts;

    private HashingSecret(byte[] parts) => this.parts = parts;

    public static HashingSecret New() => new(RandomNumberGenerator.GetBytes((Derived.Length + 1) * Each));

    /// <summary>As it was before there was rotation; what no hash was made with yet is new.</summary>
    public static HashingSecret Of(MasterKey master) => new([.. Derived.SelectMany(master.Derive), .. RandomNumberGenerator.GetBytes(Each)]);

    public byte[] Sealed(MasterKey master) => master.Seal(parts, Purpose);

    public static HashingSecret Open(MasterKey master, byte[] box) => new(master.Open(box, Purpose));

    /// <summary>The key for one purpose.</summary>
    public byte[] For(string purpose) => Array.IndexOf(Derived, purpose) is var at and >= 0
        ? parts[(at * Each)..((at + 1) * Each)]
        : HKDF.DeriveKey(HashAlgorithmName.SHA256, parts[(Derived.Length * Each)..], Each, info: Encoding.UTF8.GetBytes($"journey-tracker/{purpose}/1"));
}
