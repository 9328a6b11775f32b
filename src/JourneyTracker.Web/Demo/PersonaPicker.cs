using JourneyTracker.Domain.Access;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.SignIn;

namespace JourneyTracker.Web.Demo;

/// <summary>
/// Lets whoever looks at the demonstration choose as whom. Only the verb <c>demo</c> puts it into a server: no setting, header or cookie does, and a server without
/// it does not look at the cookie.
/// </summary>
internal sealed class PersonaPicker(IReadOnlyList<Persona> personas) : ICallerSource
{
    public const string Address = "/demo/persona";
    private const string Cookie = "journey-persona";

    public IReadOnlyList<Persona> All => personas;

    /// <summary>The one chosen, or the first.</summary>
    public Persona Chosen(HttpContext request) => personas.FirstOrDefault(p => p.Code == request.Request.Cookies[Cookie]) ?? personas[0];

    public Caller? Of(HttpContext request) => Chosen(request).Caller;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Address, ChooseAsync).WithMetadata(new RequiresAttribute(Permission.None));

    /// <summary>That the form comes from a page of ours is asked before it comes here.</summary>
    private static async Task<IResult> ChooseAsync(HttpContext context, PersonaPicker picker, CancellationToken ct)
    {
        var form = await PostedForm.ReadAsync(context, ct);
        if (picker.All.All(p => p.Code != form["persona"])) return Results.BadRequest();
        context.Response.Cookies.Append(Cookie, form["persona"].ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        context.Response.Headers.Location = LocalAddress.Of(form["return"]);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
