using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.SignIn;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>A server with sign-in on, where a header of the tests says who has signed in: for what lies behind sign-in, and not for sign-in itself.</summary>
internal static class SignedInServer
{
    /// <summary>The header with a person's user name; without it nobody has signed in.</summary>
    public const string Person = "Test-Person";

    private static readonly Uri NoProvider = new("http://127.0.0.1:1");

    public static Task<WebServer> StartAsync(JournalHouse house, ServerBounds? bounds = null, Listening? listening = null, Func<string, Caller>? callers = null) => WebServer.CreateAsync(
        house, services => services.AddSingleton<ICallerSource>(new Named(callers ?? (name => WebServer.Coordinator with { Person = name }))),
        options: new WebOptions(listening ?? new Listening(0)) { SignIn = SignInHouse.Settings(NoProvider), Bounds = bounds ?? ServerBounds.Usual });

    /// <summary>Over HTTPS, with a certificate that is its own.</summary>
    public static Task<WebServer> StartSecureAsync(JournalHouse house, X509Certificate2 certificate) =>
        StartAsync(house, listening: new Listening(0) { Address = IPAddress.Loopback, Certificate = certificate, Names = ["127.0.0.1"] });

    public static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    /// <summary>A client that follows nothing, keeps no cookies and takes any certificate.</summary>
    public static HttpClient ClientOf(WebServer server) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true })
    {
        BaseAddress = server.Address,
    };

    public static async Task<HttpResponseMessage> AskAsync(this HttpClient client, string path, string? person, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (person is not null) request.Headers.Add(Person, person);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    private sealed class Named(Func<string, Caller> callers) : ICallerSource
    {
        public Caller? Of(HttpContext request) => request.Request.Headers[Person] is [{ Length: > 0 } name] ? callers(name) : null;
    }
}
