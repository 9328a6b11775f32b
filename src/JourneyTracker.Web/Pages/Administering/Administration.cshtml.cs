using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Journal.Administration;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Administering;

/// <summary>What the partnership is made of: agencies, people and what agencies signed with each other.</summary>
internal sealed class AdministrationModel(AdministrationDoor door) : PageModel
{
    public AdministrationReading View { get; private set; } = null!;

    public bool MayChange => MaySee.Administer(HttpContext.Caller(), View.Partnership.Name);

    public IEnumerable<(string Agency, string Type, int People)> Agencies => View.People
        .GroupBy(p => (p.Agency, p.AgencyType)).Select(g => (g.Key.Agency, CodeList.AgencyTypes.LabelOf(g.Key.AgencyType), g.Select(p => p.Person).Distinct().Count()));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.ReadAsync(HttpContext.Caller(), "page:administration", ct) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
