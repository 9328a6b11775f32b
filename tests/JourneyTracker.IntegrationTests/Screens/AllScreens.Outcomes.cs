namespace JourneyTracker.IntegrationTests.Screens;

/// <content>Outcomes over time.</content>
internal static partial class AllScreens
{
    private const string NothingBuilt = "Nothing was built yet, so nothing can be answered.";

    private static IEnumerable<Screen> Outcomes =>
    [
        new("/outcomes", "a store stands", "Answered from the store that was built on") { As = "eva" },
        new("/outcomes", "nothing built", NothingBuilt) { On = Place.Empty },
        new("/outcomes/list-of-measures", "all", "58 measures") { As = "eva" },
        new("/outcomes/{question}", "answered", "Download the tables (CSV)") { As = "eva", At = _ => "/outcomes/measure?id=M02" },
        new("/outcomes/{question}", "figures not shown", "about 1 to 5 women") { As = "eva", At = _ => "/outcomes/measure?id=M17" },
        new("/outcomes/{question}", "the form opened", "The first day of the period") { As = "eva", At = _ => "/outcomes/measure?id=M02", Reach = page => page.Locator("details.outcomes-ask summary").ClickAsync() },
        new("/outcomes/{question}", "a published period chosen", "do not overlap") { At = _ => "/outcomes/measure?id=M02", Reach = page => page.Locator("details.outcomes-ask summary").ClickAsync() },
        new("/outcomes/{question}", "what others published beside it", "Who published it, and in what it differs") { As = "eva", At = _ => "/outcomes/measure?id=M02" },
        new("/outcomes/{question}", "what changed", "Period before") { As = "eva", At = _ => "/outcomes/changes" },
        new("/outcomes/{question}", "costs without unit costs", "UNKNOWN") { As = "eva", At = _ => "/outcomes/costs" },
        new("/outcomes/{question}", "a period that is not published", "28 days after it is over") { At = _ => "/outcomes/measure?id=M02&from=2020-01-01&to=2020-06-30" },
        new("/outcomes/{question}", "UNKNOWN", "UNKNOWN") { As = "eva", At = _ => "/outcomes/measure?id=M03" },
        new("/outcomes/{question}", "no such day", "From must be a real date") { As = "eva", At = _ => "/outcomes/measure?from.day=31&from.month=2&from.year=2026" },
        new("/outcomes/women", "the women behind a measure", "The women behind a figure") { At = _ => "/outcomes/women?id=M02" },
        new("/outcomes/women", "no such day", "From must be a real date") { At = _ => "/outcomes/women?from.day=31&from.month=2&from.year=2026" },
        new("/outcomes/women", "nothing built", NothingBuilt) { On = Place.Empty },
        new("/outcomes/{question}", "nothing built", NothingBuilt) { On = Place.Empty, At = _ => "/outcomes/measure" },
    ];
}
