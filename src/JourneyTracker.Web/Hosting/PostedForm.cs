namespace JourneyTracker.Web.Hosting;

/// <summary>Reads a posted form that no page of ours reads by itself.</summary>
internal static class PostedForm
{
    /// <summary>Empty for what is no form, or is larger than ours are.</summary>
    public static async Task<IFormCollection> ReadAsync(HttpContext context, CancellationToken ct)
    {
        if (!context.Request.HasFormContentType) return FormCollection.Empty;
        try
        {
            return await context.Request.ReadFormAsync(ct);
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }
}
