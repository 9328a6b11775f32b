using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Web.Outcomes;

/// <summary>What a commissioner asks first, each with the questions of the store that answer it.</summary>
internal static class FirstQuestions
{
    public static IEnumerable<FirstQuestion> Of(Generation generation)
    {
        // Proven reoffending is known eighteen months later.
        var (last, before, followed) = Quarters(LondonDay.Of(generation.BuiltAt));
        yield return Question("How many women are recalled, and how many reoffend?", Measure("Women recalled", "M17"), new("How long from release to recall", "survival"), Measure("Proven reoffending, of those who can be known", "M13", period: followed));
        yield return Question("Who is not reached?", new("Needs that nothing has met", "needs"), Measure("First contact within five working days of referral", "X03"), Measure("The same by area", "X03", "area"));
        yield return Question("Where do women wait?", new("How long women stay in each stage", "stages"), new("What follows what, and after how long", "map"));
        yield return Question("Is it fair?", new("Each gate by ethnicity, compared", "disproportionality"), Measure("Recalls by ethnicity", "M17", "ethnicity"), Measure("Settled accommodation by ethnicity", "M15", "ethnicity"));
        yield return Question("What changed since last quarter?", new("All measures, last quarter", "measures", Period(last)), new("All measures, the quarter before", "measures", Period(before)), Measure("Arrests, last quarter", "M02", period: last), Measure("Arrests, the quarter before", "M02", period: before));
    }

    private static FirstQuestion Question(string words, params FirstWay[] ways) => new(words, ways);

    private static FirstWay Measure(string words, string id, string? by = null, (DateOnly From, DateOnly To)? period = null) =>
        new(words, "measure", [("id", id), .. by is null ? [] : new[] { ("by", by) }, .. period is { } p ? Period(p) : []]);

    private static (string Name, string Value)[] Period((DateOnly From, DateOnly To) period) => [("from", Words.Iso(period.From)), ("to", Words.Iso(period.To))];

    /// <summary>The last whole quarter of the calendar before a day, the one before it, and the last year that ended eighteen months before.</summary>
    internal static ((DateOnly From, DateOnly To) Last, (DateOnly From, DateOnly To) Before, (DateOnly From, DateOnly To) Followed) Quarters(DateOnly day)
    {
        var begins = new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
        (DateOnly, DateOnly) Months(int from, int to) => (begins.AddMonths(-from), begins.AddMonths(-to).AddDays(-1));
        return (Months(3, 0), Months(6, 3), Months(30, 18));
    }
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
