using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Processes.Pathways;

namespace JourneyTracker.Outcomes.Processes.Kinds;

/// <summary>For each step how many women were served in time, late, not, or cannot be told: they add up to all, which is known.</summary>
internal static class ConformanceTable
{
    private static readonly (StepOutcome Outcome, string Name, string Label)[] Outcomes =
    [
        (StepOutcome.InTime, "in_time", "In time"), (StepOutcome.Late, "late", "Late"), (StepOutcome.CannotTell, "cannot_tell", "Cannot be told"), (StepOutcome.NotYet, "not_yet", "Not yet"), (StepOutcome.NotRecorded, "not_recorded", "Not recorded"),
    ];

    public static AnswerTable Of(StatedPathway pathway, IReadOnlyList<Conformance> traces, bool showsSmall)
    {
        var rows = pathway.Steps.Select((s, i) => Row(s.Activity, [.. Outcomes.Select(o => (long)traces.Count(t => t.Steps[i].Outcome == o.Outcome))], showsSmall)).ToList();
        rows.Add(Row("The whole pathway", [traces.Count(t => t.Conforms == true), 0, 0, traces.Count(t => t.Conforms is null), traces.Count(t => t.Conforms == false)], showsSmall, but: [1, 2]));
        return new(
            "steps", "Women at each step", [new("step", "Step", ColumnKind.Text), new("women", "Women", ColumnKind.Count), .. Outcomes.Select(o => new AnswerColumn(o.Name, o.Label, ColumnKind.Count)), new("rate", "In time, of those of whom it can be told", ColumnKind.Rate)], rows);
    }

    /// <param name="but">Columns that do not apply.</param>
    private static IReadOnlyList<AnswerCell> Row(string step, long[] counts, bool showsSmall, params int[] but)
    {
        var (all, places) = (counts.Sum(), Enumerable.Range(0, counts.Length).Select(i => new Place(i)).ToList());
        var told = counts[0] + counts[1] + counts[^1];
        var sheet = new Sheet<Place>();
        sheet.AddLine(places, p => counts[p.At], isKnown: true);
        var isSmall = DisclosurePolicy.Usual.IsSmall(all);
        var shown = showsSmall ? places : isSmall ? [] : new RowSuppression<Place>([sheet], DisclosurePolicy.Usual, p => counts[p.At]).Shown(places, places.Where(p => DisclosurePolicy.Usual.IsSmall(counts[p.At])));
        AnswerCell Cell(Place place) => but.Contains(place.At) ? AnswerCell.NotApplicable : shown.Contains(place) ? AnswerCell.Of(counts[place.At]) : AnswerCell.Suppressed;
        return [AnswerCell.Of(step), isSmall && !showsSmall ? AnswerCell.Suppressed : AnswerCell.Of(all), .. places.Select(Cell), places.TrueForAll(shown.Contains) ? AnswerCell.Of(told == 0 ? null : (double)counts[0] / told) : AnswerCell.Suppressed];
    }

    private sealed record Place(int At);
}
