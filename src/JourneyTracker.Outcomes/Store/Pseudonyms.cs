using System.Buffers.Binary;
using System.Security.Cryptography;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Outcomes.Store;

/// <summary>What women are called in one store: keyed hashes of their journeys, which nobody can turn back without the key.</summary>
public sealed class Pseudonyms(byte[] key)
{
    internal const int KeySize = 32;
    private const int JourneySize = 16;

    /// <summary>The key of a store; made when there is none, and readable by its owner alone.</summary>
    public static Pseudonyms Of(string path)
    {
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(KeySize));
        }

        return new Pseudonyms(File.ReadAllBytes(path));
    }

    public long Of(JourneyId journey)
    {
        Span<byte> id = stackalloc byte[JourneySize], hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        journey.Value.TryWriteBytes(id, bigEndian: true, out _);
        HMACSHA256.HashData(key, id, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
