using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace JourneyTracker.Web.SignIn;

/// <summary>
/// What the provider says of itself: its addresses and keys. Read at the first sign-in, kept for half a day, and read anew when a token names a key that is
/// not among them; not more often than every ten seconds, so that nobody can make this server trouble the provider.
/// </summary>
internal sealed class Provider(SignInSettings settings, HttpClient http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim one = new(1);
    private Known? known;

    public HttpClient Http => http;

    /// <exception cref="SignInRefusedException">It cannot be reached, or is not who it should be.</exception>
    public async Task<OpenIdConnectConfiguration> GetAsync(CancellationToken ct) =>
        known is { } k && clock.GetElapsedTime(k.At) < Kept ? k.Configuration : (await ReadAsync(olderThan: Kept, ct))!.Configuration;

    /// <summary>Reads it anew, for a key that is not known; null when that was done a moment ago.</summary>
    public async Task<OpenIdConnectConfiguration?> RefreshAsync(OpenIdConnectConfiguration had, CancellationToken ct) =>
        await ReadAsync(Pause, ct) is { } read && read.Configuration != had ? read.Configuration : null;

    private async Task<Known> ReadAsync(TimeSpan olderThan, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (known is { } fresh && clock.GetElapsedTime(fresh.At) < olderThan) return fresh;
            return known = new Known(await AskAsync(ct), clock.GetTimestamp());
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<OpenIdConnectConfiguration> AskAsync(CancellationToken ct)
    {
        var documents = new HttpDocumentRetriever(http) { RequireHttps = settings.Authority.Scheme == Uri.UriSchemeHttps };
        OpenIdConnectConfiguration read;
        try
        {
            read = await OpenIdConnectConfigurationRetriever.GetAsync($"{Trimmed(settings.Authority.AbsoluteUri)}/.well-known/openid-configuration", documents, ct);
        }
        catch (Exception wrong) when (wrong is IOException or HttpRequestException or InvalidOperationException or ArgumentException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new SignInRefusedException(SignInRefusal.Unreachable);
        }

        if (read.Issuer is null || Trimmed(read.Issuer) != Trimmed(settings.Authority.AbsoluteUri)) throw new SignInRefusedException(SignInRefusal.Untrusted("provider-names-another-issuer"));
        return read;
    }

    private static string Trimmed(string address) => address.TrimEnd('/');

    public void Dispose() => one.Dispose();

    private sealed record Known(OpenIdConnectConfiguration Configuration, long At);
}
