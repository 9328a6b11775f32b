using JourneyTracker.Journal.Boards;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Boards;

/// <summary>The filters of the board that somebody keeps.</summary>
internal sealed class BoardKeptModel(PersonalBoard board, IStringLocalizer<Texts> texts) : PageModel
{
    private readonly IStringLocalizer<Texts> T = texts;
    private string? name;

    /// <summary>The filter that is to be kept.</summary>
    public BoardQuery Query { get; private set; } = BoardQuery.All;

    public IReadOnlyList<KeptFilter> Kept { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public FormField Field => new("name", T["Name for this filter"], T["For example, Leeds in custody. Never a woman's name."], name, Wrong);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Query = BoardQuery.Of(Request.Query);
        Kept = await board.KeptAsync(HttpContext.Caller(), ct);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? query, [FromForm(Name = "do")] string? action, CancellationToken ct)
    {
        this.name = name?.Trim();
        Query = BoardQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(query)));
        if (action == "drop") await board.DropAsync(HttpContext.Caller(), this.name ?? "", ct);
        else if (await KeepAsync(ct) is { } wrong) Wrong = new Dictionary<string, string> { ["name"] = wrong };
        if (Wrong.Count == 0) return action == "drop" ? LocalRedirect(Query.At("/board/kept")) : LocalRedirect(Query.At("/board"));
        Kept = await board.KeptAsync(HttpContext.Caller(), ct);
        return Page();
    }

    /// <returns>What is to be mended; null when it is kept.</returns>
    private async Task<string?> KeepAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(name)) return T["Enter a name for this filter"];
        if (name.Length > PersonalBoard.LongestName) return T["Enter a name of at most {0} characters", PersonalBoard.LongestName];
        if (Query.IsAll) return T["Filter the board first"];
        var isKept = await board.KeepAsync(HttpContext.Caller(), new KeptFilter(name, Query.ToString()), ct);
        return isKept ? null : T["You keep {0} filters already: remove one first", PersonalBoard.MostKept].Value;
    }
}
