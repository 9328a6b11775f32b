using System.Globalization;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>
/// The periods about which figures leave to who may not take rows: whole quarters of the calendar, or half-years or years where the store was built so, that have settled. They do not overlap, and each question about
/// one is answered from one edition for good, so that neither a period less another nor an answer less a later one tells about the women between them (safeguards S15).
/// </summary>
/// <param name="editions">What was published.</param>
public sealed class PublishedPeriods(Editions editions)
{
    private const int OfferedMonths = 60;
    private static readonly OutcomeParameter[] Free = [CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil];
    private readonly Generation latest = editions.Latest ?? throw new ArgumentException("Nothing was published yet.", nameof(editions));

    /// <summary>As if one generation were all that was ever published.</summary>
    public PublishedPeriods(Generation generation) : this(new Editions([generation]))
    {
    }

    /// <summary>How long the last one is; those of earlier years may be of another length.</summary>
    public PublishedLength Length => LengthOf(Last.From);

    /// <summary>The last one.</summary>
    public PublishedPeriod Last => LastKnown(latest.KnownUntil);

    /// <summary>The last five years of them, the latest first. Any earlier one may be said too.</summary>
    public IReadOnlyList<PublishedPeriod> Offered
    {
        get
        {
            var offered = new List<PublishedPeriod>();
            for (var period = Last; period.From >= Last.To.AddDays(1).AddMonths(-OfferedMonths); period = Before(period)) offered.Add(period);
            return offered;
        }
    }

    /// <summary>The one before another.</summary>
    public PublishedPeriod Before(PublishedPeriod period) => Of(period.From.AddDays(-1));

    /// <summary>The last of which something is known that may come about until so many months after it.</summary>
    public PublishedPeriod FollowedFor(int months) => LastKnown(latest.KnownUntil.AddMonths(-months));

    /// <summary>Whether that is one of them.</summary>
    public bool Has(PublishedPeriod period) => period == Of(period.From) && period.To <= Last.To;

    /// <summary>What can be said with a question about them: the day until which all is known cannot, nor what is chosen by evaluators alone, nor that of which one choice is left.</summary>
    public static IReadOnlyList<OutcomeParameter> ParametersOf(OutcomeKind kind) =>
        [.. kind.Parameters.Where(p => p.Name != CommonParameters.KnownUntil.Name && !p.IsForEvaluators).Select(p => p.Choices.Any(c => c.IsForEvaluators) ? p with { Choices = [.. p.Choices.Where(c => !c.IsForEvaluators)] } : p).Where(p => p.Type is not ParameterType.Choice || p.Choices.Count > 1 || p.Default is null && p.Choices.Count == 1)];

    /// <summary>A question about one of them: about the last that can be answered when none is said.</summary>
    /// <param name="said">Values by the names of the kind's parameters.</param>
    /// <returns>The edition that answers it, and its values.</returns>
    /// <exception cref="QuestionException">A value cannot be used; the period is none of these, or not published yet for this question; something is said that they leave no choice of.</exception>
    public (Generation Edition, OutcomeValues Values) Of(OutcomeKind kind, IReadOnlyDictionary<string, string> said)
    {
        if (kind.IsForEvaluators || Free.Any(f => kind.Parameters.All(p => p.Name != f.Name))) throw new QuestionException($"{kind.Name} is not about a published period.");
        var asked = said.Where(s => s.Value.Trim().Length > 0).ToDictionary();
        var period = (Day("from") ?? Day("to")) is { } day ? Of(day) : Offered.FirstOrDefault(p => editions.About(p, RunsUntil(kind, asked, p)) is not null, Last);
        var complete = With(asked, period);
        CheckPeriod(OutcomeValues.Of(kind, complete, latest));
        var runsUntil = RunsUntil(kind, asked, period);
        var edition = editions.About(period, runsUntil) ?? throw TooEarly(kind, asked, period, Editions.Known(period, runsUntil));
        var values = OutcomeValues.Of(kind, complete, edition);
        CheckChoices(kind, values, edition);
        return (edition, values);

        DateOnly? Day(string name) => DateOnly.TryParseExact(asked.GetValueOrDefault(name)?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
    }

    private static Dictionary<string, string> With(Dictionary<string, string> asked, PublishedPeriod period)
    {
        var complete = new Dictionary<string, string>(asked);
        complete.TryAdd("from", CommonParameters.Text(period.From));
        complete.TryAdd("to", CommonParameters.Text(period.To));
        return complete;
    }

    private DateOnly RunsUntil(OutcomeKind kind, Dictionary<string, string> asked, PublishedPeriod period) => kind.RunsUntil(OutcomeValues.Of(kind, new Dictionary<string, string>(asked) { ["from"] = CommonParameters.Text(period.From), ["to"] = CommonParameters.Text(period.To) }, latest));

    private PublishedPeriod LastKnown(DateOnly knownUntil) => Of(Of(knownUntil.AddDays(1 - PublishedPeriod.SettlingDays)).From.AddDays(-1));

    /// <summary>The one in which a day lies.</summary>
    private PublishedPeriod Of(DateOnly day) => PublishedPeriod.Of(day, LengthOf(day).Months());

    private PublishedLength LengthOf(DateOnly day) => editions.LengthIn(day.Year);

    private void CheckPeriod(OutcomeValues values)
    {
        var (from, to) = (values.Day("from"), values.Day("to"));
        if (Has(new(from, to))) return;
        throw new QuestionException($"Figures are published about a whole {LengthOf(from).Word()} of the calendar, {PublishedPeriod.SettlingDays} days after it is over, and {Words(from)} to {Words(to)} is none that was published. {Nearest(from, to)}")
        { Parameter = Of(from) is var of && of.From == from && of.To <= Last.To ? "to" : "from" };
    }

    private static void CheckChoices(OutcomeKind kind, OutcomeValues values, Generation edition)
    {
        if (values.Day("known-until") != edition.KnownUntil)
            throw new QuestionException($"known-until cannot be chosen: figures about this period were published as known until {Words(edition.KnownUntil)}. Leave it out.") { Parameter = "known-until" };
        if (kind.OnlyForEvaluators(values) is var (parameter, why)) throw new QuestionException(why) { Parameter = parameter };
    }

    private string Nearest(DateOnly from, DateOnly to)
    {
        var nearest = new[] { from, to }.Select(d => Of(d)).Select(p => p.To <= Last.To ? p : Last).Distinct();
        return $"Say {string.Join(", or ", nearest.Select(InAnAddress))}.";
    }

    private QuestionException TooEarly(OutcomeKind kind, Dictionary<string, string> asked, PublishedPeriod period, DateOnly known)
    {
        var earlier = Offered.Where(p => p.To < period.To && editions.About(p, RunsUntil(kind, asked, p)) is not null).Take(1).Select(p => $" Until then say {InAnAddress(p)}.");
        return new QuestionException($"What may follow the {LengthOf(period.From).Word()} {period.InWords} is not known yet: these figures are published once all is known until {Words(known)}.{string.Concat(earlier)}") { Parameter = "to" };
    }

    private static string InAnAddress(PublishedPeriod period) => $"{period.InWords} (from {CommonParameters.Text(period.From)} to {CommonParameters.Text(period.To)})";

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
