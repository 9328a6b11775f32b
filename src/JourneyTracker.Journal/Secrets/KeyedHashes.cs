using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Secrets;

/// <summary>What stands in the database instead of agencies' references: without the master key nobody can tell what they were, or try guesses.</summary>
internal sealed class KeyedHashes(MasterKey master)
{
    public const int Bytes = 16;
    private readonly byte[] reference = master.Derive("source-reference");
    private readonly byte[] content = master.Derive("content");
    private readonly byte[] person = master.Derive("person-key");
    private readonly byte[] matter = master.Derive("matter-reference");

    public byte[] Reference(Partnership partnership, SourceReference source) =>
        Hash(reference, Encoding.UTF8.GetBytes($"{partnership.Name}\0{source.System}\0{source.Reference}"));

    public byte[] Person(Partnership partnership, PersonKey key) => Hash(person, Encoding.UTF8.GetBytes($"{partnership.Name}\0{key.System}\0{key.Key}"));

    /// <summary>Of the fact with its protected values open and its matter references hashed: so a repeat compares equal whichever form it comes in.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="journeyKey">For a fact that hides something, its journey's key: when that is destroyed nobody can try guesses against the hash any more.</param>
    public byte[] Content(Fact fact, byte[]? journeyKey) =>
        Hash(journeyKey is null ? content : HMACSHA256.HashData(content, journeyKey), FactCodec.PlainContent(fact));

    /// <summary>The same reference on two journeys gives two hashes: nobody can see that two women share a case.</summary>
    public MatterReference Matter(JourneyId journey, MatterReference raw)
    {
        if (raw.IsHashed) return raw;
        var text = Encoding.UTF8.GetBytes(raw.Value);
        var covered = new byte[16 + 1 + text.Length];
        journey.Value.TryWriteBytes(covered, bigEndian: true, out _);
        text.CopyTo(covered, 17);
        return new MatterReference(MatterReference.HashedPrefix + Base64Url.EncodeToString(Hash(matter, covered)));
    }

    private static byte[] Hash(byte[] key, byte[] covered) => HMACSHA256.HashData(key, covered)[..Bytes];
}
