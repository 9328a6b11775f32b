using System.Security.Cryptography;
using System.Text;

namespace JourneyTracker.Journal.Secrets;

/// <summary>
/// The house's one secret: 32 random bytes in a file that only its owner may read. Every other key is derived from it (HKDF), one for each purpose.
/// Whoever loses it loses every sealed value; it belongs in a safe place apart from the backups of the database.
/// </summary>
public sealed class MasterKey
{
    public const string FileName = "master.key";
    private const int Bytes = 32;
    private readonly byte[] secret;

    private MasterKey(byte[] secret) => this.secret = secret;

    /// <summary>Says which key it is without saying anything about it; stands in the database.</summary>
    public byte[] Fingerprint => Derive("fingerprint")[..16];

    /// <summary>The key in the folder; made at first use. Two programs that start at once end with the same one.</summary>
    /// <exception cref="SecretsException">The file is there but is not a key.</exception>
    public static MasterKey In(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) Make(folder, file);
        var secret = File.ReadAllBytes(file);
        return secret.Length == Bytes
            ? new MasterKey(secret)
            : throw new SecretsException($"The file {file} is not a master key ({secret.Length} bytes instead of {Bytes}): put the right one there.");
    }

    /// <summary>The key for one purpose.</summary>
    internal byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Bytes, info: Encoding.UTF8.GetBytes($"journey-tracker/{purpose}/1"));

    private static void Make(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $"{FileName}.{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Bytes));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(unfinished);
        }
    }
}
