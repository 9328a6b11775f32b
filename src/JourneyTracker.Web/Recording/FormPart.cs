using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Recording;

/// <summary>A piece of a form as it is shown: one field, or several under a heading.</summary>
/// <param name="Field">The field; null for several.</param>
/// <param name="Id">Where links lead to.</param>
/// <param name="Legend">The heading of several.</param>
/// <param name="Parts">What stands under it.</param>
internal sealed record FormPart(FormField? Field, string Id = "", string Legend = "", IReadOnlyList<FormPart>? Parts = null)
{
    public string? Hint { get; init; }

    public string? Error { get; init; }

    /// <summary>Whether its fields stand side by side.</summary>
    public bool IsRow { get; init; }

    /// <summary>Whether it is folded away until somebody needs it.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Whether something of what is folded away is in use.</summary>
    public bool IsOpen { get; init; }
}
