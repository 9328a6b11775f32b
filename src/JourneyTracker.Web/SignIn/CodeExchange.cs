using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace JourneyTracker.Web.SignIn;

/// <summary>Turns a code into tokens at the provider, with the proof that this server began the sign-in (PKCE) and with its own secret.</summary>
internal sealed class CodeExchange(SignInSettings settings, Provider provider)
{
    public async Task<OAuthTokenResponse> RunAsync(OAuthCodeExchangeContext context, CancellationToken ct)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
            [OAuthConstants.CodeVerifierKey] = context.Properties.Items[OAuthConstants.CodeVerifierKey]!,
        };
        context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey);
        using var request = new HttpRequestMessage(HttpMethod.Post, (await provider.GetAsync(ct)).TokenEndpoint);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (settings.ClientAuthentication == ClientAuthentication.Basic) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Basic());
        else (form["client_id"], form["client_secret"]) = (settings.ClientId, settings.ClientSecret);
        request.Content = new FormUrlEncodedContent(form);
        return await AnswerAsync(request, ct);
    }

    private async Task<OAuthTokenResponse> AnswerAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var answer = await provider.Http.SendAsync(request, ct);
            if ((int)answer.StatusCode is >= 400 and < 500) return Failed(SignInRefusal.Untrusted("code-refused"));
            answer.EnsureSuccessStatusCode();
            return OAuthTokenResponse.Success(JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct)));
        }
        catch (JsonException)
        {
            return Failed(SignInRefusal.Untrusted("no-tokens"));
        }
        catch (Exception wrong) when (wrong is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return Failed(SignInRefusal.Unreachable);
        }
    }

    private static OAuthTokenResponse Failed(SignInRefusal why) => OAuthTokenResponse.Failed(new SignInRefusedException(why));

    private string Basic() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.ClientSecret)}"));
}
