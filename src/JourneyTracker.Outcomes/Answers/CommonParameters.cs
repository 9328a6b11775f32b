using System.Globalization;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>Parameters that many kinds have. When no period is said it is the twelve whole months before the store was built.</summary>
public static class CommonParameters
{
    private const int Months = 12;

    public static OutcomeParameter From { get; } = new("from", "From", "The first day of the period", ParameterType.Day) { DefaultOf = g => Text(MonthOf(g).AddMonths(-Months)) };

    public static OutcomeParameter To { get; } = new("to", "To", "The last day of the period; that day counts", ParameterType.Day) { DefaultOf = g => Text(MonthOf(g).AddDays(-1)) };

    public static OutcomeParameter KnownUntil { get; } = new("known-until", "Known until", "The last day of which all is known: follow-up that ends later has not run", ParameterType.Day) { DefaultOf = g => Text(g.KnownUntil) };

    /// <summary>As values are written.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A choice of some values, each with its words.</summary>
    public static OutcomeParameter OneOf(string name, string label, string hint, params (string Value, string Label)[] choices) =>
        new(name, label, hint, ParameterType.Choice) { Choices = [.. choices.Select(c => new OutcomeChoice(c.Value, c.Label))] };

    private static DateOnly MonthOf(Generation generation) => PublishedPeriod.Of(LondonDay.Of(generation.BuiltAt), months: 1).From;
}
