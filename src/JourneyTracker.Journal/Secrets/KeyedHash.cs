using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace JourneyTracker.Journal.Secrets;

/// <summary>The first 16 bytes of HMAC-SHA256 with one key. Hashes with the key in them are used again: setting one up costs more than what is hashed here.</summary>
internal sealed class KeyedHash(byte[] key)
{
    private readonly ConcurrentBag<IncrementalHash> idle = [];

    public byte[] Of(ReadOnlySpan<byte> covered)
    {
        if (!idle.TryTake(out var hash)) hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        var cut = Cut(hash, covered);
        idle.Add(hash);
        return cut;
    }

    /// <summary>With a key that is used once.</summary>
    public static byte[] Of(byte[] key, ReadOnlySpan<byte> covered)
    {
        using var once = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        return Cut(once, covered);
    }

    private static byte[] Cut(IncrementalHash hash, ReadOnlySpan<byte> covered)
    {
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.AppendData(covered);
        hash.GetHashAndReset(whole);
        return whole[..KeyedHashes.Bytes].ToArray();
    }
}
