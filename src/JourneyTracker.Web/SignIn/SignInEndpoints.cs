using System.Globalization;
using System.Runtime.ExceptionServices;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Authentication;

namespace JourneyTracker.Web.SignIn;

/// <summary>The addresses of sign-in that are not pages. They are for everybody, and bounded for each address that asks.</summary>
internal static class SignInEndpoints
{
    public const string Page = "/sign-in";
    public const string Start = "/sign-in/start";
    public const string Callback = "/sign-in/callback";
    public const string BackChannel = "/sign-in/back-channel";

    private const int LongestWithin = 24 * 60 * 60;

    public static void Map(IEndpointRouteBuilder app)
    {
        var everybody = new RequiresAttribute(Permission.None);
        app.MapGet(Start, StartAsync).WithMetadata(everybody, new SignInDoorAttribute());
        app.MapGet(Callback, CallbackAsync).WithMetadata(everybody, new SignInDoorAttribute());
        app.MapPost(BackChannel, BackChannelLogout.PostAsync).WithMetadata(everybody, new SignInDoorAttribute());
    }

    /// <summary>Leads to the provider.</summary>
    private static async Task StartAsync(HttpContext context)
    {
        var properties = new AuthenticationProperties { RedirectUri = LocalAddress.Of(context.Request.Query["return"]) };
        if (int.TryParse(context.Request.Query["within"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestWithin)
            properties.Items[OidcHandler.MaxAge] = seconds.ToString(CultureInfo.InvariantCulture);
        try
        {
            await context.ChallengeAsync(OidcOptions.Scheme, properties);
        }
        catch (SignInRefusedException refused)
        {
            Refuse(context, refused.Refusal);
        }
    }

    /// <summary>Takes what the provider answered.</summary>
    private static async Task CallbackAsync(HttpContext context, IAuthenticationHandlerProvider handlers)
    {
        var handler = (IAuthenticationRequestHandler)(await handlers.GetHandlerAsync(context, OidcOptions.Scheme))!;
        if (!await handler.HandleRequestAsync()) context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>What the framework calls when a sign-in fails, for whatever reason.</summary>
    public static Task FailedAsync(RemoteFailureContext failed)
    {
        var refusal = failed.Failure switch
        {
            SignInRefusedException refused => refused.Refusal,
            AuthenticationFailureException { Message: var message } when message.Contains("orrelation", StringComparison.Ordinal) || message.Contains("state", StringComparison.Ordinal) => SignInRefusal.Spent,
            AuthenticationFailureException => SignInRefusal.Declined,
            _ => null,
        };
        // Not about the person: answered as any failure is.
        if (refusal is null) ExceptionDispatchInfo.Throw(failed.Failure!);
        Refuse(failed.HttpContext, refusal!);
        failed.HandleResponse();
        return Task.CompletedTask;
    }

    private static void Refuse(HttpContext context, SignInRefusal refusal)
    {
        var log = context.RequestServices.GetRequiredService<ILogger<OidcHandler>>();
        log.LogWarning(new EventId(1, "sign-in-refused"), "A sign-in was refused: {Reason}.", refusal.Reason);
        context.Features.Set(refusal);
        context.Response.StatusCode = refusal == SignInRefusal.Unreachable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status403Forbidden;
    }
}

/// <summary>Marks what is bounded for each address that asks.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class SignInDoorAttribute : Attribute;
