using System.Globalization;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>
/// The law as it stood on a day: the rules in force by then, and those announced or made by then where our tables say when.
/// A rule whose announcement is not recorded counts as known from its own first day.
/// </summary>
public sealed class LawOfDay
{
    private readonly IReadOnlySet<string> on;

    private LawOfDay(DateOnly day, IReadOnlySet<string> on) => (Day, this.on) = (day, on);

    /// <summary>The day as of which the law is taken; what took effect that day counts.</summary>
    public DateOnly Day { get; }

    public static LawOfDay Of(DateOnly day) =>
        new(day, LawBook.Switches.Where(s => s.IsOn).Select(s => s.Name).ToHashSet(StringComparer.Ordinal));

    /// <summary>The same law with these parts turned on.</summary>
    public LawOfDay With(params IEnumerable<string> switches) => new(Day, on.Union(switches.Select(Known)).ToHashSet(StringComparer.Ordinal));

    /// <summary>The same law with these parts left out.</summary>
    public LawOfDay Without(params IEnumerable<string> switches) => new(Day, on.Except(switches.Select(Known)).ToHashSet(StringComparer.Ordinal));

    public bool IsOn(string switchName) => on.Contains(switchName);

    /// <summary>Whether this law has the rule at all, for some day past or coming.</summary>
    public bool Knows(string ruleId) =>
        LawBook.Rule(ruleId) is var rule && (rule.KnownFrom ?? rule.From ?? DateOnly.MinValue) <= Day && (rule.Switch is null || on.Contains(rule.Switch));

    /// <summary>Whether this law applies the rule to something of that day.</summary>
    public bool Holds(string ruleId, DateOnly about)
    {
        if (!Knows(ruleId)) return false;
        var rule = LawBook.Rule(ruleId);
        if (about < (rule.From ?? DateOnly.MinValue)) return false;
        return rule.Until is not { } until || about <= until || (rule.EndedBy is { } ending && !Knows(ending));
    }

    internal static DateOnly FirstDayOf(string ruleId) => LawBook.Rule(ruleId).From ?? DateOnly.MinValue;

    internal static int Figure(string ruleId, string parameter) => int.Parse(LawBook.Rule(ruleId).Parameters[parameter], CultureInfo.InvariantCulture);

    internal static Term Length(string ruleId, string parameter) => Term.Parse(LawBook.Rule(ruleId).Parameters[parameter], null);

    private static string Known(string switchName) => LawBook.Switches.Any(s => s.Name == switchName)
        ? switchName
        : throw new ArgumentException($"There is no switch {switchName}; there is {string.Join(", ", LawBook.Switches.Select(s => s.Name))}.", nameof(switchName));
}
