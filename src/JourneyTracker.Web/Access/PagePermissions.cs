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
}
