using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.Packs;

/// <summary>The tables of a pack.</summary>
internal static class PackTables
{
    private static readonly AnswerColumn[] Named = [new("measure", "Measure", ColumnKind.Text), new("title", "Title", ColumnKind.Text), new("kind", "Counted", ColumnKind.Text)];

    public static AnswerTable Rates(IEnumerable<PackMeasure> measures) => new(
        "rates", "Shares",
        [.. Named, new("n", "Number", ColumnKind.Count), new("x", "Of these", ColumnKind.Count), new("missing", "Missing", ColumnKind.Count), new("rate", "Rate", ColumnKind.Rate), new("lower95", "95% interval from", ColumnKind.Rate), new("upper95", "to", ColumnKind.Rate),
            new("before", "Period before", ColumnKind.Rate), .. ChangeColumns(""), new("year_before", "A year before", ColumnKind.Rate), .. ChangeColumns("year_")],
        [.. from measure in measures.Where(m => m is { Unknown: null, IsRate: true })
            from kind in measure.Kinds
            let now = PackMeasure.Rate(measure.Now, kind)
            let before = PackMeasure.Rate(measure.Before, kind)[0]
            let year = PackMeasure.Rate(measure.AYearBefore, kind)[0]
            select (IReadOnlyList<AnswerCell>)[.. Names(measure, kind), PackMeasure.Count(measure.Now, kind), PackMeasure.Count(measure.Now, kind, "x"), PackMeasure.Count(measure.Now, kind, "missing"), .. now, before, .. PackMeasure.Change(measure.Now, measure.Before, kind), year, .. PackMeasure.Change(measure.Now, measure.AYearBefore, kind)]]);

    private static AnswerColumn[] ChangeColumns(string of) => [new($"{of}change", "Change, in points", ColumnKind.Rate), new($"{of}change_lower95", "95% interval from", ColumnKind.Rate), new($"{of}change_upper95", "to", ColumnKind.Rate)];

    public static AnswerTable Counts(IEnumerable<PackMeasure> measures) => new(
        "counts", "Numbers",
        [.. Named, new("n", "Number", ColumnKind.Count), new("women", "Women", ColumnKind.Count), new("before", "Period before", ColumnKind.Count), new("change", "Change", ColumnKind.Count), new("year_before", "A year before", ColumnKind.Count), new("year_change", "Change", ColumnKind.Count)],
        [.. from measure in measures.Where(m => m is { Unknown: null, IsRate: false })
            from kind in measure.Kinds
            let now = PackMeasure.Count(measure.Now, kind)
            let before = PackMeasure.Count(measure.Before, kind)
            let year = PackMeasure.Count(measure.AYearBefore, kind)
            select (IReadOnlyList<AnswerCell>)[.. Names(measure, kind), now, PackMeasure.Count(measure.Now, kind, "women"), before, PackMeasure.Change(now, before), year, PackMeasure.Change(now, year)]]);

    /// <summary>What cannot be said, and why: it is never zero.</summary>
    public static AnswerTable Unknown(IReadOnlyList<PackMeasure> measures) => new(
        "unknown", "Not known", [new("measure", "Measure", ColumnKind.Text), new("title", "Title", ColumnKind.Text), new("why", "Why", ColumnKind.Text)],
        [.. measures.Where(m => m.Unknown is not null).Select(m => Line(m.Measure, m.Unknown!)), .. MeasureList.All.Where(m => m.State == MeasureState.Unknown).Select(m => Line(m, m.Reading))]);

    private static IReadOnlyList<AnswerCell> Line(MeasureDefinition measure, string why) => [AnswerCell.Of(measure.Id), AnswerCell.Of(measure.Title), AnswerCell.Of(why)];

    private static IEnumerable<AnswerCell> Names(PackMeasure measure, string kind) => [AnswerCell.Of(measure.Measure.Id), AnswerCell.Of(measure.Measure.Title), AnswerCell.Of(kind)];
}
