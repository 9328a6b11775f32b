using JourneyTracker.Journal;
using JourneyTracker.Journal.Partnerships;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace JourneyTracker.Web.SignIn;

/// <summary>What sign-in needs in the container.</summary>
internal static class SignInServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void Add(IServiceCollection services, SignInSettings settings, bool isSecure)
    {
        services.AddSingleton(settings).AddSingleton(new SessionCookie(isSecure)).AddSingleton<ICallerSource, SignedInCallers>();
        services.AddSingleton(s => new Provider(settings, s.GetRequiredService<IHttpClientFactory>().CreateClient(OidcOptions.Scheme), s.GetRequiredService<TimeProvider>()));
        services.AddHttpClient(OidcOptions.Scheme, http => (http.Timeout, http.MaxResponseContentBufferSize) = (Patience, 1 << 20))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddSingleton<Tokens>().AddSingleton<CodeExchange>().AddSingleton<Sessions>().AddSingleton<Bearer>();
        services.AddSingleton(s => new ClaimsMapping(settings.Claims, s.GetRequiredService<PartnershipRegister>()));
        services.AddSingleton<HubSessions>().AddHostedService(s => s.GetRequiredService<HubSessions>());
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null)
            .AddOAuth<OidcOptions, OidcHandler>(OidcOptions.Scheme, options => Set(options, settings, isSecure));
    }

    /// <summary>The keys that seal sessions stand in the database, and are sealed there.</summary>
    public static void Keep(IServiceCollection services, JourneyDatabase database)
    {
        services.AddSingleton(database.SignInSessions).AddSingleton(database.Partnerships).AddSingleton(database.People);
        services.AddDataProtection().SetApplicationName("JourneyTracker");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = database.SignInKeys);
    }

    private static void Set(OidcOptions options, SignInSettings settings, bool isSecure)
    {
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.CallbackPath = SignInEndpoints.Callback;
        options.SignInScheme = SessionHandler.Name;
        options.UsePkce = true;
        options.Scope.Clear();
        foreach (var scope in settings.Scopes) options.Scope.Add(scope);
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        (options.CorrelationCookie.Name, options.CorrelationCookie.Path) = isSecure ? ("__Host-journey-sign-in.", "/") : ("journey-sign-in.", null);
        options.Events.OnRemoteFailure = SignInEndpoints.FailedAsync;
    }
}
