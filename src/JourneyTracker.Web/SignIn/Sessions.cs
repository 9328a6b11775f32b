using System.Security.Cryptography;
using System.Text;
using JourneyTracker.Journal.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace JourneyTracker.Web.SignIn;

/// <summary>A session that was found.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Ticket">What it says.</param>
internal sealed record Session(byte[] Id, SessionTicket Ticket);

/// <summary>
/// The sessions of people, in the database: they survive a restart, hold for every node, and end everywhere at once. The browser has a secret that stands nowhere
/// else; the row is found by its hash.
/// </summary>
internal sealed class Sessions(SessionTable table, SignInSettings settings, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int SecretBytes = 32;
    private readonly IDataProtector sealer = protection.CreateProtector("JourneyTracker.Session.1");

    /// <summary>Noted at most so often: not every request writes.</summary>
    private TimeSpan NotedEvery => settings.Idle / 30;

    /// <returns>The secret for the cookie.</returns>
    public async Task<string> BeginAsync(SessionTicket ticket, CancellationToken ct)
    {
        var secret = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = clock.GetUtcNow();
        await table.BeginAsync(IdOf(secret), Hash("subject", ticket.Subject)!, Hash("session", ticket.ProviderSession), sealer.Protect(ticket.ToBytes()), now, now - settings.Absolute, ct);
        return secret;
    }

    /// <summary>The session of a cookie's secret; null when there is none, or it has ended.</summary>
    /// <param name="secret">From the cookie.</param>
    /// <param name="counts">Whether this is something that the person did, and so begins the idle time anew.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Session?> FindAsync(string secret, bool counts, CancellationToken ct)
    {
        if (secret.Length != Base64UrlEncoder.Encode(new byte[SecretBytes]).Length) return null;
        var (id, now) = (IdOf(secret), clock.GetUtcNow());
        if (await table.FindAsync(id, now - settings.Idle, now - settings.Absolute, ct) is not { } row) return null;
        if (counts && now - row.Seen > NotedEvery) await table.SeenAsync(id, now, ct);
        try
        {
            return new Session(id, SessionTicket.Of(sealer.Unprotect(row.Sealed)));
        }
        catch (CryptographicException)
        {
            // Sealed under another master key, or not by us.
            return null;
        }
    }

    public Task EndAsync(string secret, CancellationToken ct) => table.EndAsync(IdOf(secret), ct);

    /// <summary>Ends what the provider says has ended: one session of its own, or every one of a person that began by then.</summary>
    public Task EndOfAsync(string? subject, string? providerSession, DateTimeOffset by, CancellationToken ct) =>
        table.EndOfAsync(Hash("subject", subject), Hash("session", providerSession), by, ct);

    public async Task<IReadOnlyList<byte[]>> AliveAsync(byte[][] ids, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await table.AliveAsync(ids, now - settings.Idle, now - settings.Absolute, ct);
    }

    private static byte[] IdOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private byte[]? Hash(string kind, string? name) => name is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{settings.Authority}\n{name}"));
}
