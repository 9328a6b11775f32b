using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.Web.Forms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace JourneyTracker.Web.Finding;

/// <summary>
/// Puts a search into an address, so that the back button leads to its answer, and nothing of it into histories: sealed, always of one length, good for half an hour
/// and for the person who asked.
/// </summary>
internal sealed class SealedSearches(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Padded = 1024;
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(30);
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Seal(Caller caller, AskedSearch search)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(new Sealed(clock.GetUtcNow(), search.Typed, search.Born.Day, search.Born.Month, search.Born.Year), Short);
        var padded = new byte[Math.Max(Padded, text.Length)];
        padded.AsSpan().Fill((byte)' ');
        text.CopyTo(padded, 0);
        return WebEncoders.Base64UrlEncode(Protector(caller).Protect(padded));
    }

    /// <summary>Null for a text that is none, is too old, or is somebody else's.</summary>
    public AskedSearch? Open(Caller caller, string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var opened = JsonSerializer.Deserialize<Sealed>(Protector(caller).Unprotect(WebEncoders.Base64UrlDecode(text)))!;
            return clock.GetUtcNow() - opened.At <= Holds ? new AskedSearch(opened.Typed, new TypedDay(opened.Day, opened.Month, opened.Year)) : null;
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Caller caller) => protection.CreateProtector("find", caller.Partnership.Name, caller.Agency, caller.Person);

    private sealed record Sealed(DateTimeOffset At, string? Typed, string? Day, string? Month, string? Year);
}
