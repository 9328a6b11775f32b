using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Time;
using JourneyTracker.Web.Journeys;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Administering;

/// <summary>The rules on dates that hold on a day, and the parts of the law that can be turned on and off.</summary>
internal sealed class AdministrationRulesModel(TimeProvider clock) : PageModel
{
    /// <summary>The day, as it was typed.</summary>
    public string? On { get; private set; }

    public string? Error { get; private set; }

    public DateOnly Day { get; private set; }

    public IReadOnlyList<IGrouping<string, LawRule>> Topics { get; private set; } = [];

    public int Count => Topics.Sum(t => t.Count());

    public static IReadOnlyList<LawSwitch> Switches => LawBook.Switches;

    public void OnGet(string? on)
    {
        On = on;
        Error = SaidMoment.TryDay(on, out var day) ? null : "Enter a day, such as 1 March 2024";
        Day = day ?? LondonDay.Of(clock.GetUtcNow());
        var law = LawOfDay.Of(Day);
        Topics = [.. LawBook.Rules.Where(r => law.Holds(r.Id, Day)).GroupBy(r => r.Topic)];
    }

    public static string TitleOf(string topic) => topic == "hdc" ? "Home detention curfew" : char.ToUpperInvariant(topic[0]) + topic[1..].Replace('_', ' ');
}
