using JourneyTracker.Web.SignIn;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace JourneyTracker.Web.Access;

internal static class PagePermissions
{
    /// <summary>States the permission of a page, where the route is made, so that every address of it carries it.</summary>
    public static PageConventionCollection Requires(this PageConventionCollection conventions, string page, Permission permission)
    {
        conventions.AddPageRouteModelConvention(page, model =>
        {
            foreach (var selector in model.Selectors) selector.EndpointMetadata.Add(new RequiresAttribute(permission));
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
        return conventions.Requires(page, permission);
    }

    /// <summary>The pages of sign-in; without sign-in they are not there.</summary>
    public static PageConventionCollection ForSignIn(this PageConventionCollection conventions, bool isOn)
    {
        foreach (var page in new[] { "/SignIn", "/SignOut", "/SignedOut" })
        {
            if (isOn) conventions.Requires(page, Permission.None);
            else conventions.AddPageRouteModelConvention(page, model => model.Selectors.Clear());
        }

        return conventions;
    }
}
