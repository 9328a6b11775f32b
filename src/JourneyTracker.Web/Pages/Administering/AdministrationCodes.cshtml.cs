using JourneyTracker.Domain.Codes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Administering;

/// <summary>The code lists with the source of each code, and how sure we are of it.</summary>
internal sealed class AdministrationCodesModel : PageModel
{
    /// <summary>For people: recall_types is "Recall types".</summary>
    public static string TitleOf(CodeList list) => char.ToUpperInvariant(list.Name[0]) + list.Name[1..].Replace("omens", "omen's", StringComparison.Ordinal).Replace('_', ' ');
}
