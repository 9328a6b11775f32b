using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Finding;
using JourneyTracker.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Finding;

/// <summary>Finds a woman. What was asked is posted and stands in no address in clear.</summary>
internal sealed class FindModel(FindingDoor door, SealedSearches searches, IStringLocalizer<Texts> texts) : PageModel
{
    private readonly IStringLocalizer<Texts> T = texts;

    public AskedSearch Asked { get; private set; } = AskedSearch.Nothing;

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    /// <summary>Null while nothing was asked.</summary>
    public WomenFound? Found { get; private set; }

    /// <summary>The search as it stands in the address; null while nothing was asked.</summary>
    public string? Sealed { get; private set; }

    /// <summary>Whether the address is of a search that holds no longer.</summary>
    public bool IsOver { get; private set; }

    public bool MayOpen => MaySee.Record(HttpContext.Caller(), HttpContext.Caller().Partnership);

    public IReadOnlyList<FormField> Fields =>
    [
        new("typed", T["Name, number or reference"].Value, T["Any part of her name, or a name she used before. A PNC, CRO, CRN or prison number. Or the reference of her journey, such as W-7F3K2Q."].Value, Asked.Typed, Wrong),
        new("born", T["Date of birth, if you know it"].Value, null, null, Wrong) { Kind = FieldKind.Day, Day = Asked.Born },
    ];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "for")] string? sealedSearch, CancellationToken ct)
    {
        var caller = HttpContext.Caller();
        if (searches.Open(caller, sealedSearch) is not { } asked)
        {
            IsOver = sealedSearch is not null;
            return Page();
        }

        (Asked, Sealed) = (asked, sealedSearch);
        (var born, Wrong) = asked.Read();
        if (Wrong.Count > 0) return Page();
        Found = await door.FindAsync(caller, asked.Typed, born, "page:find", ct);
        return Found is null ? NotFound() : Page();
    }

    public IActionResult OnPost()
    {
        Asked = AskedSearch.Of(Request.Form);
        (_, Wrong) = Asked.Read();
        return Wrong.Count > 0 ? Page() : LocalRedirect($"/find?for={searches.Seal(HttpContext.Caller(), Asked)}");
    }
}
