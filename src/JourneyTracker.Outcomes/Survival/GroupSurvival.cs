using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Statistics;
using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Outcomes.Survival;

/// <summary>The curve of one group, read on some days.</summary>
public sealed class GroupSurvival
{
    private readonly bool showsSmall;
    private readonly IReadOnlyList<(SurvivalPoint Point, Interval? Bounds, FixedWindowRate Window)> points;

    public GroupSurvival(string group, IReadOnlyList<CohortFollowUp> women, int[] days, IntervalScale scale, bool showsSmall)
    {
        (Group, Curve, this.showsSmall) = (group, KaplanMeierCurve.Of([.. women.Select(w => w.Time)]), showsSmall);
        points = [.. from day in days
                     let point = Curve.At(day, carryForward: true)!
                     select (point, point.Interval(scale), FixedWindowRate.Of(women.Select(w => w.FollowUp), day))];
    }

    /// <summary>What the group is called.</summary>
    public string Group { get; }

    /// <summary>Of all of them.</summary>
    public KaplanMeierCurve Curve { get; }

    /// <summary>The days whose counts may be shown: neither how often it had happened nor how many are still followed is small.</summary>
    public IReadOnlyList<(SurvivalPoint Point, Interval? Bounds, FixedWindowRate Window)> Points => [.. points.Where(p => showsSmall || !(IsSmall(p.Point.CumulativeEvents) || IsSmall(p.Point.AtRisk) || IsSmall(p.Window.Proportion.Events)))];

    /// <summary>How many days are not shown.</summary>
    public int HiddenDays => points.Count - Points.Count;

    /// <summary>As JSON.</summary>
    public object Document => new
    {
        Group,
        Curve.N,
        Curve.Events,
        Quarter = Curve.Quantile(0.25),
        Median = Curve.Quantile(0.5),
        HiddenDays,
        Days = Points.Select(p => new
        {
            p.Point.Day,
            p.Point.AtRisk,
            p.Point.CumulativeEvents,
            p.Point.Survival,
            p.Point.StandardError,
            Lower95 = p.Bounds?.Low,
            Upper95 = p.Bounds?.High,
            Followed = p.Window.Proportion.N,
            Within = p.Window.Proportion.Events,
            p.Window.Proportion.Rate,
            p.Window.NotRun,
        }),
    };

    /// <summary>Groups of which no count is small, and from which none can be worked out.</summary>
    public static IReadOnlyList<GroupSurvival> Shown(IReadOnlyList<GroupSurvival> groups)
    {
        var table = new TwoWayTable("women", "group", "happened", groups.SelectMany(g => new[] { ((g.Group, "yes"), (long)g.Curve.Events), ((g.Group, "no"), g.Curve.N - g.Curve.Events) }).ToDictionary(c => c.Item1, c => c.Item2));
        var tables = new CountTables();
        table.AddTo(tables);
        var published = Suppression.Apply(tables, DisclosurePolicy.Usual);
        return [.. groups.Where(g => new[] { null, "yes", "no" }.All(c => published[table.Key(g.Group, c)].Status != CountStatus.Suppressed))];
    }

    private static bool IsSmall(long count) => DisclosurePolicy.Usual.IsSmall(count);
}
