using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Secrets;

/// <summary>What stands in the database instead of agencies' references: without the secret nobody can tell what they were, or try guesses.</summary>
internal sealed class KeyedHashes(HashingSecret secret)
{
    public const int Bytes = 16;
    private readonly KeyedHash reference = new(secret.For("source-reference"));
    private readonly byte[] contentKey = secret.For("content");
    private readonly KeyedHash content = new(secret.For("content"));
    private readonly KeyedHash person = new(secret.For("person-key"));
    private readonly KeyedHash matter = new(secret.For("matter-reference"));
    private readonly KeyedHash family = new(secret.For("family-name"));

    public byte[] Reference(Partnership partnership, SourceReference source) => Named(reference, partnership, source.System, source.Reference);

    public byte[] Person(Partnership partnership, PersonKey key) => Named(person, partnership, key.System, key.Key);

    /// <summary>A family name in the form that <see cref="FamilyNames"/> gives it.</summary>
    public byte[] Family(Partnership partnership, string name) => Named(family, partnership, "", name);

    /// <param name="plain">The canonical bytes of the fact with its protected values open and its matter references hashed: so a repeat compares equal whichever form it comes in.</param>
    /// <param name="journeyKey">For a fact that hides something, its journey's key: when that is destroyed nobody can try guesses against the hash any more.</param>
    public byte[] Content(ReadOnlySpan<byte> plain, byte[]? journeyKey) =>
        journeyKey is null ? content.Of(plain) : KeyedHash.Of(HMACSHA256.HashData(contentKey, journeyKey), plain);

    /// <summary>The same reference on two journeys gives two hashes: nobody can see that two women share a case.</summary>
    public MatterReference Matter(JourneyId journey, MatterReference raw)
    {
        if (raw.IsHashed) return raw;
        var text = Encoding.UTF8.GetBytes(raw.Value);
        var covered = new byte[16 + 1 + text.Length];
        journey.Value.TryWriteBytes(covered, bigEndian: true, out _);
        text.CopyTo(covered, 17);
        return new MatterReference(MatterReference.HashedPrefix + Base64Url.EncodeToString(matter.Of(covered)));
    }

    private static byte[] Named(KeyedHash hash, Partnership partnership, string system, string name)
    {
        const int Usual = 512;
        var most = Encoding.UTF8.GetMaxByteCount(partnership.Name.Length + system.Length + name.Length + 2);
        var covered = most <= Usual ? stackalloc byte[Usual] : new byte[most];
        var length = Encoding.UTF8.GetBytes(partnership.Name, covered);
        covered[length++] = 0;
        length += Encoding.UTF8.GetBytes(system, covered[length..]);
        covered[length++] = 0;
        length += Encoding.UTF8.GetBytes(name, covered[length..]);
        return hash.Of(covered[..length]);
    }
}
