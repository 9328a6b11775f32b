using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Web.Outcomes;

/// <summary>What a commissioner asks first, each with the questions of the store that answer it: about periods that are published, so that whoever may count may ask them.</summary>
internal static class FirstQuestions
{
    public static IEnumerable<FirstQuestion> Of(PublishedPeriods periods)
    {
        var (last, length) = (periods.Last, periods.Length.Word());
        var before = periods.Before(last);
        // Proven reoffending is known eighteen months later.
        var followed = periods.FollowedFor(months: 18);
        yield return Question("How many women are recalled, and how many reoffend?", Measure("Women recalled", "M17"), new("How long from release to recall", "survival"), Measure("Proven reoffending, of those who can be known", "M13", period: followed));
        yield return Question("Who is not reached?", new("Needs that nothing has met", "needs"), Measure("First contact within five working days of referral", "X03"), Measure("The same by area", "X03", "area"));
        yield return Question("Where do women wait?", new("How long women stay in each stage", "stages"), new("What follows what, and after how long", "map"));
        yield return Question("Is it fair?", new("Each gate by ethnicity, compared", "disproportionality"), Measure("Arrests by ethnicity", "M02", "ethnicity"), Measure("Settled accommodation by ethnicity", "M15", "ethnicity"));
        yield return Question(
            $"What changed since last {length}?", new("Every measure, with its change since then and since a year ago", "changes", Period(last)), new($"All measures, last {length}", "measures", Period(last)), new($"All measures, the {length} before", "measures", Period(before)),
            Measure($"Arrests, last {length}", "M02", period: last), Measure($"Arrests, the {length} before", "M02", period: before));
    }

    private static FirstQuestion Question(string words, params FirstWay[] ways) => new(words, ways);

    private static FirstWay Measure(string words, string id, string? by = null, PublishedPeriod? period = null) =>
        new(words, "measure", [("id", id), .. by is null ? [] : new[] { ("by", by) }, .. period is { } p ? Period(p) : []]);

    private static (string Name, string Value)[] Period(PublishedPeriod period) => [("from", Words.Iso(period.From)), ("to", Words.Iso(period.To))];
}

/// <summary>Something that a commissioner asks.</summary>
/// <param name="Words">As it is asked.</param>
/// <param name="Ways">What answers it, the best first.</param>
internal sealed record FirstQuestion(string Words, IReadOnlyList<FirstWay> Ways);

/// <summary>A question of the store that answers it.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="Kind">The name of its kind.</param>
/// <param name="Values">What is said with it.</param>
internal sealed record FirstWay(string Words, string Kind, params (string Name, string Value)[] Values)
{
    public string Address => OutcomeForm.Address(Kind, Values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
}
