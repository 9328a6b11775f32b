using System.Text;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Tests.StoredFacts;

/// <summary>Seals so that a test can see it: base64 behind the prefix. With its key gone it opens nothing.</summary>
internal sealed class MarkedSealer(bool keyGone = false) : ISealer
{
    public string Seal(ReadOnlySpan<byte> plain) => Protected.SealedPrefix + Convert.ToBase64String(plain);

    public byte[]? Open(string sealedValue) => keyGone ? null : Convert.FromBase64String(sealedValue[Protected.SealedPrefix.Length..]);

    public static string Read(string sealedValue) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(sealedValue[Protected.SealedPrefix.Length..]));
}
