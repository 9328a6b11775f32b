using JourneyTracker.Web.SignIn;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace JourneyTracker.Web.Access;

internal static class PagePermissions
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>States the permission of a page, where the route is made, so that every address of it carries it.</summary>
    /// <param name="conventions">Of all pages.</param>
    /// <param name="page">The page.</param>
    /// <param name="permission">What it requires.</param>
    /// <param name="isPosted">Whether it has a form; a page would show itself empty for any method that it does not know.</param>
    public static PageConventionCollection Requires(this PageConventionCollection conventions, string page, Permission permission, bool isPosted = false)
    {
        string[] methods = isPosted ? [.. Read, HttpMethods.Post] : Read;
        conventions.AddPageRouteModelConvention(page, model =>
        {
            foreach (var selector in model.Selectors)
            {
                selector.EndpointMetadata.Add(new RequiresAttribute(permission));
                selector.EndpointMetadata.Add(new HttpMethodMetadata(methods));
            }
        });
        return conventions;
    }

    /// <summary>The same for a page before which people prove anew who they are.</summary>
    public static PageConventionCollection RequiresFreshSignIn(this PageConventionCollection conventions, string page, Permission permission)
    {
        conventions.AddPageRouteModelConvention(page, model =>
        {
            foreach (var selector in model.Selectors) selector.EndpointMetadata.Add(new RequiresFreshSignInAttribute());
        });
        return conventions.Requires(page, permission, isPosted: true);
    }

    /// <summary>The pages of sign-in; without sign-in they are not there.</summary>
    public static PageConventionCollection ForSignIn(this PageConventionCollection conventions, bool isOn)
    {
        foreach (var page in new[] { "/Signing/SignIn", "/Signing/SignOut", "/Signing/SignedOut" })
        {
            if (isOn) conventions.Requires(page, Permission.None, isPosted: page == "/Signing/SignOut");
            else conventions.AddPageRouteModelConvention(page, model => model.Selectors.Clear());
        }

        return conventions;
    }
}
