using System.Globalization;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Processes.Pathways;

namespace JourneyTracker.Outcomes.Processes.Kinds;

/// <summary>How far services kept to a pathway that the partnership has stated. It says what services did, never what she did.</summary>
public sealed class ConformanceKind : OutcomeKind
{
    public override string Name => "conformance";

    public override string Title => "Conformance to a stated pathway";

    public override string About => "Of women who came to the first step of a stated pathway: at which steps they were served in time.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        CommonParameters.OneOf("pathway", "Pathway", "A pathway that was stated, as data with its source", [.. StatedPathways.All.Select(p => (p.Id, p.Pathway.Name))]) with { Default = StatedPathways.All[0].Id },
        CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil,
    ];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var kept = StatedPathways.All.Single(p => p.Id == values.Text("pathway"));
        var question = OutcomeStatement.Of(Name, values);
        question = question.With(new Dictionary<string, string> { ["first"] = kept.Facts[0][0], ["facts"] = string.Join(',', kept.Facts.SelectMany(f => f)) });
        var traces = question.Ask(store.Connection, ct).Rows.GroupBy(r => (string)r[0]!)
            .Select(g => Conformance.Of(kept.Pathway, [.. g.Select(r => Event(kept, r))], values.Day("known-until"))).OfType<Conformance>().ToList();
        var table = ConformanceTable.Of(kept.Pathway, traces, store.ShowsSmall);
        return new OutcomeAnswer(
            Name, values.All, kept.Pathway.Name, OutcomeQuote.Of(question, store.Generation),
            new(question.About) { Source = string.Join("; ", kept.Sources), Confidence = kept.Confidence, FollowUp = string.Join(", then ", kept.Pathway.Steps.Select(InWords)) },
            [
                .. traces.Count == 0 ? new[] { new OutcomeNote(NoteAbout.Limit, "No woman came to the first step in the period.") } : [],
                .. table.HasHidden ? new[] { new OutcomeNote(NoteAbout.Hidden, "[c]: 1 to 5 women, or such a number could be worked out from it.") } : [],
                new(NoteAbout.Limit, "Not recorded is what no agency has recorded in time: it may have happened. Where a time of day was not recorded, a limit in hours cannot always be judged."),
            ],
            [table], [new(ChartKind.Bars, "steps", "step", "in_time")]);
    }

    private static TraceEvent Event(KeptPathway kept, object?[] row) => new(
        kept.ActivityOf((string)row[1]!)!,
        HappenedOn.Parse((string)row[3]! switch { "time" when row[4] is string time => $"{row[2]}T{time}", "month" => ((string)row[2]!)[..7], "unknown" => $"../{row[2]}", _ => (string)row[2]! }, CultureInfo.InvariantCulture));

    private static string InWords(PathwayStep step) => step.Within switch
    {
        WithinHours limit => $"{step.Activity} within {limit.Hours} hours",
        WithinDays limit => $"{step.Activity} within {limit.Days} days",
        WithinWorkingDays limit => $"{step.Activity} within {limit.Days} working days",
        _ => step.Activity,
    };
}
