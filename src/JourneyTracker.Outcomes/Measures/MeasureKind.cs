using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disproportionality;
using JourneyTracker.Outcomes.National;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>A measure of the list, asked about a period. What it is broken down by is decided on after the whole, so that no breakdown gives away what another hides.</summary>
public sealed class MeasureKind : OutcomeKind
{
    /// <summary>
    /// Measures of women whom the gates count too, in other words or with others: resolutions, first entrants, prosecutions, sentences, licences, arrests after support. Their groups beside the gates would give away what one of them hides.
    /// </summary>
    private static readonly HashSet<string> OfTheSameWomen = ["M01", "M04", "M05", "M06", "M09", "M13", "M17", "M17b", "M18", "B04", "B06", "B07", "B09", "X01", "X02", "X07", "L01", "L03", "L04"];

    /// <summary>Measures that count the same things as another, one kind of them more or less, or by month: both numbers of a published period would give away the difference.</summary>
    private static readonly Dictionary<string, string> BesideAnother = new() { ["L04"] = "B07", ["X01"] = "B07", ["B09"] = "M06", ["M17b"] = "M17" };

    private const string Rounded = "round";

    public override string Name => "measure";

    public override string Title => "A measure of the list";

    public override string About => "How many, or how many of how many, with intervals: a measure of the Delivery Plan, the Concordat, London or the partnership, over a period.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        new("id", "Measure", "Its id in the list, for example M02", ParameterType.Question) { Default = "M02", Choices = [.. MeasureList.All.Select(m => new OutcomeChoice(m.Id, m.Title) { IsForEvaluators = IsForEvaluatorsAlone(m) })] },
        CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil,
        CommonParameters.OneOf("by", "Broken down by", "Area, ethnicity or type, as far as the measure can be", ("area", "Area"), ("ethnicity", "Ethnicity"), ("type", "Type")),
        new("reference", "Compared with", "The group with which the others are compared (relative rate index), for example White", ParameterType.Text),
        new("small", "Small numbers", "Hidden, or every number to the nearest multiple of 5 instead. Never give out both", ParameterType.Choice) { Default = "hide", Choices = [new("hide", "Hidden"), new(Rounded, "All rounded") { IsForEvaluators = true }] },
    ];

    /// <summary>What is said where measures are asked together of what is published.</summary>
    internal static OutcomeNote NotPublished { get; } = new(NoteAbout.Limit, $"Not here, because they are answered to evaluators alone: {string.Join(", ", BesideAnother.Keys)}. Each counts nearly what another does, and their difference would tell of few women.");

    /// <summary>Whether it is answered to evaluators alone, as a whole too.</summary>
    public static bool IsForEvaluatorsAlone(MeasureDefinition measure) => BesideAnother.ContainsKey(measure.Id);

    public override (string Parameter, string Why)? OnlyForEvaluators(OutcomeValues values) =>
        BesideAnother.GetValueOrDefault(values.Text("id").ToUpperInvariant() is "M17B" ? "M17b" : values.Text("id").ToUpperInvariant()) is { } other
            ? ("id", $"{values.Text("id")} counts nearly the same as {other}, and their difference would tell of few women: it is answered to evaluators alone. Ask {other}.")
            : values.Find("by") is { } by && MeasureList.Find(values.Text("id")) is { } measure && OfTheSameWomen.Contains(measure.Id)
            ? ("by", $"{measure.Id} by {by} is about the same women as the gates, and beside them it would tell what they hide: it is answered to evaluators alone. Leave by out, or ask disproportionality.")
            : base.OnlyForEvaluators(values);

    public override DateOnly RunsUntil(OutcomeValues values) => MeasureList.Find(values.Text("id"))?.RunsUntil(values.Day("to")) ?? base.RunsUntil(values);

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var measure = MeasureList.Find(values.Text("id")) ?? throw new QuestionException($"There is no measure {values.Text("id")}: ./journey outcomes measures and docs/measures.md list them.") { Parameter = "id" };
        return NationalTables.Beside(Own(measure, values, store, ct), measure.Id, store.Imported.National, values.Day("from"), values.Day("to"));
    }

    /// <summary>What the partnership's own store answers.</summary>
    private OutcomeAnswer Own(MeasureDefinition measure, OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        if (measure.State != MeasureState.Answered) return Unanswered(measure, values, store.Generation);
        var (period, by) = (new MeasurePeriod(values.Day("from"), values.Day("to"), values.Day("known-until")), values.Find("by"));
        if (by is not null && !measure.Breakdowns.Contains(by)) throw new QuestionException($"{measure.Id} is not broken down by {by}; it is by: {string.Join(", ", measure.Breakdowns)}.") { Parameter = "by" };
        var whole = MeasureAnswer.Of(measure, period, null, store.Connection, ct);
        var answer = by is null || whole.Unknown is not null ? whole with { Question = measure.Question(period, by) } : MeasureAnswer.Of(measure, period, by, store.Connection, ct);
        var (totals, parts) = (MeasureRow.Of(whole.Table), by is null ? [] : MeasureRow.Of(answer.Table));
        var isRounded = values.Find("small") == Rounded;
        var figures = isRounded ? MeasureFigures.Rounded(totals, parts) : MeasureFigures.Of(totals, parts, store.ShowsSmall, measure.IsPartOfAnother);
        if (store.Published is not null) figures = ResolutionsBesideGates.Of(measure, figures, () => GateFigures.OfAll(period, store.Connection, ct));
        if (values.Find("reference") is { } reference && parts.Count > 0 && parts.All(p => p.Part != reference))
            throw new QuestionException($"There is no group {reference}; there are: {string.Join(", ", parts.Select(p => p.Part).Distinct())}.") { Parameter = "reference" };
        return new OutcomeAnswer(
            Name, values.All, measure.Title, OutcomeQuote.Of(answer.Question, store.Generation), Define(measure), [.. Notes(answer, period, figures), .. isRounded ? RoundedNotes : []],
            [MeasureTable.Of(figures, by, values.Find("reference"))], MeasureTable.Charts(figures, by));
    }

    private static OutcomeNote[] RoundedNotes => [new(NoteAbout.Limit, "Every number is to the nearest multiple of 5, totals too, each by itself: they need not add up. Rates are worked out from these.")];

    internal static OutcomeDefinition Define(MeasureDefinition measure) => new(measure.Reading)
    {
        Wording = measure.Wording,
        Numerator = Said(measure.Numerator),
        Denominator = Said(measure.Denominator),
        FollowUp = Said(measure.FollowUp),
        Exclusions = Said(measure.Exclusions),
        Source = measure.Source,
        Confidence = $"wording {measure.WordingConfidence.Replace('_', ' ')}, definition {measure.DefinitionConfidence.Replace('_', ' ')}",
    };

    private static IEnumerable<OutcomeNote> Notes(MeasureAnswer answer, MeasurePeriod period, MeasureFigures figures)
    {
        if (answer.Unknown is { } unknown) yield return new(NoteAbout.Unknown, unknown);
        else if (figures.IsEmpty) yield return new(NoteAbout.Limit, "Nothing of the kind is on record in the period.");
        if (period.To > period.KnownUntil) yield return new(NoteAbout.NotRun, "The period is not over by the day until which all is known: more may come.");
        if (figures.Hidden > 0) yield return new(NoteAbout.Hidden, HiddenWords.Rows(figures.Hidden));
        if (figures.Parts.Count > 0 && !figures.Parts.Any(figures.Shown.Contains)) yield return new(NoteAbout.Limit, HiddenWords.NoGroup);
        if (figures.Totals.Count > 0 && !figures.Totals.Any(figures.Shown.Contains)) yield return new(NoteAbout.Limit, HiddenWords.Nothing);
        if (figures.Totals.Concat(figures.Parts).Any(r => figures.Shown.Contains(r) && r.LacksTooMany))
            yield return new(NoteAbout.Unknown, "Where of more than one in ten it is not known, no share is said: it lies anywhere between that of all who are missing counted as no and as yes.");
        if (figures.Totals.Any(r => figures.Shown.Contains(r) && r.Cell("women") is { Value: long women } && r.Cell("n") is { Value: long n } && women < n))
            yield return new(NoteAbout.Limit, "Some of these are of the same woman. The intervals take each by itself, so they are narrower than they should be.");
        foreach (var source in answer.Sources) yield return new(NoteAbout.Source, source.InWords);
    }

    private static OutcomeAnswer Unanswered(MeasureDefinition measure, OutcomeValues values, Generation generation) => new(
        "measure", values.All, measure.Title, OutcomeQuote.Of(measure.Id, measure.Version, "", generation),
        Define(measure), [new(measure.State == MeasureState.Unknown ? NoteAbout.Unknown : NoteAbout.Limit, measure.Reading)], [], []);

    private static string? Said(string cell) => cell.Length == 0 ? null : cell;
}
