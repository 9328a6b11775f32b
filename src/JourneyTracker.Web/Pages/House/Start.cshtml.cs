using JourneyTracker.Domain.Access;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.House;

/// <summary>Where somebody begins: what their role is here to do, the most usual first.</summary>
internal sealed class StartModel(Served served, IStringLocalizer<Texts> texts) : PageModel
{
    private readonly IStringLocalizer<Texts> T = texts;

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public bool IsEvaluator => HttpContext.Caller().Role == Role.Evaluator;

    public void OnGet()
    {
        var caller = HttpContext.Caller();
        Places = [.. All(caller.Role).Where(p => p.Permission.Allows(caller, served.For(caller)))];
    }

    /// <summary>Whom it is for decides the order; what the role may not open is left out.</summary>
    private IEnumerable<Place> All(Role role)
    {
        Place today = new("/today", T["Today"], T["Who needs someone and why, the most urgent first."], Permission.WatchBoard);
        Place board = new("/board", T["Board"], T["Where every woman of the partnership is, live, and what changed since you looked."], Permission.WatchBoard);
        Place find = new("/find", T["Find a woman"], T["By name, alias, number or date of birth; see possible doubles; open a journey."], Permission.ReadJourney);
        Place history = new("/board/history", T["How the numbers moved"], T["Women in each stage, day by day."], Permission.WatchBoard);
        Place quality = new("/data-quality", T["Data quality"], T["What in the records does not fit together, and how to mend it."], Permission.ReadJourney);
        Place outcomes = new("/outcomes", T["Outcomes"], T["What came of it over time: measures, rates and comparisons, with what each figure rests on."], Permission.CountWomen);
        Place imports = new("/imports", T["Imports"], T["Bring in an agency's file, see how far it is, mend rows that were refused."], Permission.Import);
        Place administration = new("/administration", T["Administration"], T["The partnership, its agencies and people, sharing agreements, code lists and the rules in force."], Permission.SeeAdministration);
        Place help = new("/help", T["Help"], T["How to read the board and a journey, what is shared with whom, and what to do when something is wrong."], Permission.None);
        return role switch
        {
            Role.Coordinator => [board, today, find, history, outcomes, quality, imports, administration, help],
            Role.Auditor => [find, board, today, outcomes, quality, administration, help],
            Role.Evaluator => [outcomes, help],
            Role.Administrator => [administration, outcomes, help],
            _ => [today, find, board, history, outcomes, quality, help],
        };
    }

    /// <summary>Somewhere to go.</summary>
    /// <param name="Address">Its address.</param>
    /// <param name="Name">What it is called.</param>
    /// <param name="For">What it is good for.</param>
    /// <param name="Permission">What it requires.</param>
    public sealed record Place(string Address, string Name, string For, Permission Permission);
}
