using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Boards;

/// <summary>Numbers for a screen that everybody in the room sees.</summary>
internal sealed class BoardWallModel(WallBoard wall) : PageModel
{
    public WallNumbers? Numbers { get; private set; }

    public DateTimeOffset Next => wall.Next;

    public async Task OnGetAsync(CancellationToken ct) => Numbers = await wall.ReadAsync(HttpContext.Caller(), ct);
}
