using System.Diagnostics;
using System.Globalization;
using JourneyTracker.Journal.Measuring;
using Microsoft.AspNetCore.Mvc;

namespace JourneyTracker.Web.Hosting;

/// <summary>Gives every failure an answer fit for who asked: people a page, programs problem details. Neither says more than it must.</summary>
internal sealed class Answers(RequestDelegate next, ILogger<Answers> log)
{
    private static readonly string[] ForPrograms = ["/board/card", "/board/cards", "/board/due", "/api", "/hubs", "/health", "/openapi", "/assets"];

    public async Task InvokeAsync(HttpContext context)
    {
        using var trace = Meters.Traces.StartActivity("request", ActivityKind.Server)?.SetTag("http.request.method", context.Request.Method);
        var status = await TryAsync(context);
        trace?.SetTag("http.response.status_code", status).SetTag("http.route", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        if (context.Response.HasStarted || status < StatusCodes.Status400BadRequest || context.Response.ContentType is not null) return;
        if (IsProgram(context.Request)) await ProblemAsync(context, status);
        else await PageAsync(context, status);
    }

    private async Task<int> TryAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return 0;
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (Exception wrong) when (!context.Response.HasStarted)
        {
            log.LogError(new EventId(1, "request-failed"), wrong, "{Method} {Endpoint} failed.", context.Request.Method, context.GetEndpoint()?.DisplayName);
            context.Response.Clear();
            await SecurityHeaders.Add(context, _ => Task.CompletedTask);
            if (Trouble.Of(wrong) is { } trouble)
            {
                context.Features.Set(trouble);
                context.Response.Headers.RetryAfter = trouble.RetryAfter.ToString(CultureInfo.InvariantCulture);
            }

            context.Response.StatusCode = context.Features.Get<Trouble>()?.Status ?? StatusCodes.Status500InternalServerError;
        }

        return context.Response.StatusCode;
    }

    /// <summary>Whether programs, or scripts of our pages, ask for this.</summary>
    public static bool IsProgram(HttpRequest request) =>
        ForPrograms.Any(p => request.Path.StartsWithSegments(p, StringComparison.Ordinal));

    private static Task ProblemAsync(HttpContext context, int status) => context.Response.WriteAsJsonAsync(
        new ProblemDetails
        {
            Status = status,
            Title = context.Features.Get<Trouble>()?.Title ?? TitleOf(status),
            Detail = DetailOf(status, context.Request.Method, context.Features.Get<Trouble>()),
        }, options: null, "application/problem+json");

    private Task PageAsync(HttpContext context, int status)
    {
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Method = HttpMethods.Get;
        // What was sent is no part of the page that says why it was refused.
        context.Request.ContentType = null;
        context.Request.Path = $"/problem/{status}";
        context.Request.QueryString = QueryString.Empty;
        return next(context);
    }

    private static string DetailOf(int status, string method, Trouble? trouble) => status switch
    {
        StatusCodes.Status403Forbidden => "Ask as somebody whose role and partnership include it.",
        StatusCodes.Status404NotFound => "Check the address; /openapi lists those that there are.",
        StatusCodes.Status405MethodNotAllowed => "Use a method that the Allow header names; /openapi describes them.",
        StatusCodes.Status413PayloadTooLarge => "Send fewer facts at once: a request has at most 16 MiB.",
        StatusCodes.Status415UnsupportedMediaType => "Send the media type that /openapi names.",
        // The connection may have broken between the commit and its answer.
        >= 500 when HttpMethods.IsPost(method) =>
            "Whether what was sent is recorded is not known. Send it again in a minute: what names its source is recorded once. Look at the journey first for what does not.",
        _ when trouble is not null => trouble.Detail,
        >= 500 => "It has been written down. Try again in a minute.",
        _ => "Send what /openapi describes.",
    };

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "This is not shared with you.",
        StatusCodes.Status404NotFound => "There is nothing at this address, or it is not shared with you.",
        StatusCodes.Status405MethodNotAllowed => "That cannot be done at this address.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        >= 500 => "Something went wrong.",
        _ => "The request could not be understood.",
    };
}
