using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>One measure, as data: what is asked for officially, and how it is counted here.</summary>
/// <param name="Id">As in the list of measures, for example M02.</param>
/// <param name="Title">What it is called on a page.</param>
/// <param name="Wording">The official wording, or that of the source.</param>
/// <param name="Numerator">What the source counts.</param>
/// <param name="Denominator">Of what.</param>
/// <param name="FollowUp">The period, and how long somebody is followed.</param>
/// <param name="Exclusions">What the source leaves out.</param>
/// <param name="Breakdowns">By what it can be broken down here.</param>
/// <param name="Reading">How it is counted here and what it does not tell; where it has no answer, why, or where to ask.</param>
/// <param name="Source">Where the wording comes from.</param>
/// <param name="WordingConfidence">How sure the wording is.</param>
/// <param name="DefinitionConfidence">How sure the definition is.</param>
/// <param name="Version">A change of what it counts changes the number.</param>
/// <param name="State">Whether it has an answer.</param>
/// <param name="RestsOn">Stored names of facts: of each group one at least must have been recorded, else nothing can be said.</param>
public sealed record MeasureDefinition(
    string Id,
    string Title,
    string Wording,
    string Numerator,
    string Denominator,
    string FollowUp,
    string Exclusions,
    IReadOnlyList<string> Breakdowns,
    string Reading,
    string Source,
    string WordingConfidence,
    string DefinitionConfidence,
    int Version,
    MeasureState State,
    IReadOnlyList<IReadOnlyList<string>> RestsOn)
{
    /// <summary>The whole statement; null when it has no answer.</summary>
    internal string? Sql { get; init; }

    /// <summary>Its own part of the statement, and how that is counted.</summary>
    internal (string Sql, string Shape)? Own { get; init; }

    /// <summary>What is fixed in the statement, as the days after which something is asked.</summary>
    internal IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long after what it counts something may come about that counts too; null where it is about the period alone.</summary>
    internal Term? FollowsFor { get; init; }

    /// <summary>Whether it is of what a row of another measure counts, less those of whom something is missing: that they are few would be the difference.</summary>
    internal bool IsPartOfAnother => Id == "M06";

    /// <summary>The last day on which something that it counts may come about.</summary>
    /// <param name="to">The last day of the period.</param>
    public DateOnly RunsUntil(DateOnly to) => FollowsFor?.LastDay(to.AddDays(1)) ?? to;

    /// <summary>The measure as a question about a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="by">A breakdown of it; null for all together.</param>
    /// <exception cref="QuestionException">It has no answer, or is not broken down by that.</exception>
    public QuestionFile Question(MeasurePeriod period, string? by = null)
    {
        return Asked(Sql, period, by);
    }

    /// <summary>The same that answers with the women of each cell: for whoever may read their records.</summary>
    internal QuestionFile WomenQuestion(MeasurePeriod period, string? by) => Asked(Own is { } own ? MeasureStatement.Of(own.Sql, "women") : null, period, by);

    private QuestionFile Asked(string? sql, MeasurePeriod period, string? by)
    {
        if (sql is null) throw new QuestionException($"{Id} has no answer here. {Reading}");
        if (by is not null && !Breakdowns.Contains(by)) throw new QuestionException($"{Id} is not broken down by {by}; it is by: {string.Join(", ", Breakdowns)}.") { Parameter = "by" };
        return new QuestionFile(
            QuestionKind.Measure, Id, Version, Title,
            new Dictionary<string, string>(Settings) { ["from"] = MeasurePeriod.Text(period.From), ["to"] = MeasurePeriod.Text(period.To), ["known_until"] = MeasurePeriod.Text(period.KnownUntil), ["by"] = by ?? "" }, sql);
    }
}

/// <summary>Whether a measure has an answer here.</summary>
public enum MeasureState
{
    Answered,

    /// <summary>Other measures answer it.</summary>
    Elsewhere,

    /// <summary>The facts cannot say, or it is not written yet. It is never zero.</summary>
    Unknown,
}
