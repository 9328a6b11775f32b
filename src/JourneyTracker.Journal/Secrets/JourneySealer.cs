using System.Buffers.Text;
using System.Security.Cryptography;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Journal.Secrets;

/// <summary>Seals and opens with one journey's key (AES-256-GCM). A value sealed for one journey does not open as another's.</summary>
/// <param name="journey">Bound into every sealed value.</param>
/// <param name="key">Null when it was destroyed, or never made.</param>
internal sealed class JourneySealer(JourneyId journey, byte[]? key) : ISealer
{
    public string Seal(ReadOnlySpan<byte> plain)
    {
        if (key is null) throw new InvalidOperationException("Her key was destroyed: nothing can be sealed any more.");
        return Protected.SealedPrefix + Base64Url.EncodeToString(Boxes.Close(key, plain, journey));
    }

    public byte[]? Open(string sealedValue)
    {
        if (key is null) return null;
        try
        {
            return Boxes.Open(key, Base64Url.DecodeFromChars(sealedValue.AsSpan(Protected.SealedPrefix.Length)), journey);
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            throw new UnreadableFactException($"A protected value of journey {journey} cannot be opened with its key.", wrong);
        }
    }
}
