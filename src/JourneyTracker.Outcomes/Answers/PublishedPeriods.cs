using System.Globalization;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>
/// The periods about which figures leave to who may not take rows: whole quarters of the calendar, or half-years or years where the store was built so, that ended before it was built. They do not overlap, and the day
/// until which all is known is the store's, so that no period less another tells about the women between them (safeguards S15).
/// </summary>
/// <param name="generation">The store that is asked.</param>
public sealed class PublishedPeriods(Generation generation)
{
    private const int OfferedMonths = 60;
    private static readonly OutcomeParameter[] Free = [CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil];
    private readonly int months = generation.Published.Months();
    private readonly DateOnly built = LondonDay.Of(generation.BuiltAt);

    /// <summary>How long each is.</summary>
    public PublishedLength Length => generation.Published;

    /// <summary>The last one: what is answered about when none is said.</summary>
    public PublishedPeriod Last => LastBefore(built);

    /// <summary>The last five years of them, the latest first. Any earlier one may be said too.</summary>
    public IReadOnlyList<PublishedPeriod> Offered => [.. Enumerable.Range(0, OfferedMonths / months).Select(i => PublishedPeriod.Of(Last.From.AddMonths(-months * i), months))];

    /// <summary>The last that ended before a day.</summary>
    public PublishedPeriod LastBefore(DateOnly day) => PublishedPeriod.Of(PublishedPeriod.Of(day, months).From.AddDays(-1), months);

    /// <summary>Whether that is one of them.</summary>
    public bool Has(PublishedPeriod period) => period == PublishedPeriod.Of(period.From, months) && period.To < built;

    /// <summary>What can be said with a question about them: the day until which all is known cannot, nor what is chosen by evaluators alone.</summary>
    public static IReadOnlyList<OutcomeParameter> ParametersOf(OutcomeKind kind) =>
        [.. kind.Parameters.Where(p => p.Name != CommonParameters.KnownUntil.Name && (p.Choices.Count == 0 || p.Choices.Any(c => !c.IsForEvaluators))).Select(p => p.Choices.Any(c => c.IsForEvaluators) ? p with { Choices = [.. p.Choices.Where(c => !c.IsForEvaluators)] } : p)];

    /// <summary>The values of a question about one of them: about the last when none is said.</summary>
    /// <param name="said">Values by the names of the kind's parameters.</param>
    /// <exception cref="QuestionException">A value cannot be used; the period is none of these; something is said that they leave no choice of.</exception>
    public OutcomeValues Of(OutcomeKind kind, IReadOnlyDictionary<string, string> said)
    {
        if (kind.IsForEvaluators || Free.Any(f => kind.Parameters.All(p => p.Name != f.Name))) throw new QuestionException($"{kind.Name} is not about a published period.");
        var period = (Day("from") ?? Day("to")) is { } day ? PublishedPeriod.Of(day, months) : Last;
        var complete = said.Where(s => s.Value.Trim().Length > 0).ToDictionary();
        complete.TryAdd("from", CommonParameters.Text(period.From));
        complete.TryAdd("to", CommonParameters.Text(period.To));
        var values = OutcomeValues.Of(kind, complete, generation);
        Check(kind, values);
        return values;

        DateOnly? Day(string name) => DateOnly.TryParseExact(said.GetValueOrDefault(name)?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
    }

    private void Check(OutcomeKind kind, OutcomeValues values)
    {
        if (values.Text("known-until") is var until && until != CommonParameters.KnownUntil.DefaultOf!(generation))
            throw new QuestionException($"known-until cannot be chosen: all is known until {CommonParameters.KnownUntil.DefaultOf(generation)}, the day before the store was built. Leave it out.") { Parameter = "known-until" };
        if (kind.OnlyForEvaluators(values) is var (parameter, why)) throw new QuestionException(why) { Parameter = parameter };
        var (from, to) = (values.Day("from"), values.Day("to"));
        if (Has(new(from, to))) return;
        throw new QuestionException($"Figures are published about a whole {Length.Word()} of the calendar that ended before the store was built on {CommonParameters.Text(built)}, and {CommonParameters.Text(from)} to {CommonParameters.Text(to)} is none. {Nearest(from, to)}")
        { Parameter = PublishedPeriod.Of(from, months) is var of && of.From == from && of.To < built ? "to" : "from" };
    }

    private string Nearest(DateOnly from, DateOnly to)
    {
        var nearest = new[] { from, to }.Select(d => PublishedPeriod.Of(d, months)).Select(p => p.To < built ? p : Last).Distinct();
        return $"Say {string.Join(", or ", nearest.Select(p => $"from {CommonParameters.Text(p.From)} to {CommonParameters.Text(p.To)} ({p.InWords})"))}.";
    }
}
