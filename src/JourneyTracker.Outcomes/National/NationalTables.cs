using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.National;

/// <summary>
/// What others published for a measure, beside the partnership's own answer: in tables of its own after it, with source, days, coverage and the difference in definition. Nothing of it is drawn, added or compared with ours.
/// </summary>
internal static class NationalTables
{
    private static readonly AnswerColumn[] Before =
    [
        new("series", "Series", ColumnKind.Text), new("covers", "About", ColumnKind.Text), new("group", "Group", ColumnKind.Text), new("from", "First day", ColumnKind.Day), new("to", "Last day", ColumnKind.Day),
        new("days", "Beside the days that were asked", ColumnKind.Text), new("value", "Published", ColumnKind.Number),
    ];

    private static readonly AnswerColumn[] Interval = [new("lower", "Published interval from", ColumnKind.Number), new("upper", "to", ColumnKind.Number)];

    private static readonly AnswerColumn[] After = [new("unit", "Unit", ColumnKind.Text), new("note", "Note", ColumnKind.Text)];

    private static readonly AnswerColumn[] SourceColumns = [new("series", "Series", ColumnKind.Text), new("what", "What", ColumnKind.Text), new("said", "As it was taken in", ColumnKind.Text)];

    /// <param name="own">The partnership's answer, which stays as it is.</param>
    /// <param name="measure">The id.</param>
    /// <param name="all">Every series that was taken in.</param>
    /// <param name="from">The first day that was asked about.</param>
    /// <param name="to">The last.</param>
    public static OutcomeAnswer Beside(OutcomeAnswer own, string measure, IReadOnlyList<NationalSeries> all, DateOnly from, DateOnly to)
    {
        var found = all.Where(s => s.Measure == measure).ToDictionary(s => s, s => s.Figures.GroupBy(f => (f.Covers, f.Group)).SelectMany(g => Near([.. g], from, to)).ToList());
        if (found.Count == 0) return own;
        var series = found.Where(f => f.Value.Count > 0).Select(f => f.Key).ToList();
        return own with { Notes = [.. own.Notes, .. Notes(found)], Tables = [.. own.Tables, .. series.Count == 0 ? [] : new[] { Figures(found, from, to), Sources(series) }] };
    }

    /// <summary>Those that overlap the days; else the latest that ended before them.</summary>
    private static IEnumerable<NationalFigure> Near(IReadOnlyList<NationalFigure> figures, DateOnly from, DateOnly to)
    {
        var overlapping = figures.Where(f => f.From <= to && f.To >= from).OrderBy(f => f.From).ThenBy(f => f.To).ToList();
        return overlapping.Count > 0 ? overlapping : figures.Where(f => f.To < from).OrderByDescending(f => f.To).ThenByDescending(f => f.From).Take(1);
    }

    private static AnswerTable Figures(Dictionary<NationalSeries, List<NationalFigure>> found, DateOnly from, DateOnly to)
    {
        var hasInterval = found.Values.Any(figures => figures.Any(f => f.Lower is not null));
        return new("published", "Published by others, not worked out here", [.. Before, .. hasInterval ? Interval : [], .. After], [.. found.SelectMany(s => s.Value.Select(f => (IReadOnlyList<AnswerCell>)
        [
            AnswerCell.Of(s.Key.Name), AnswerCell.Of(GroupNames.Of("area", f.Covers)), AnswerCell.Of(f.Group.Length == 0 ? "All" : f.Group), AnswerCell.Of(f.From), AnswerCell.Of(f.To), AnswerCell.Of(Days(f, from, to)), AnswerCell.Of(f.Value),
            .. hasInterval ? [Limit(f.Lower), Limit(f.Upper)] : Array.Empty<AnswerCell>(), AnswerCell.Of(s.Key.Unit), AnswerCell.Of(f.Note),
        ]))])
        { IsImported = true };

        AnswerCell Limit(double? end) => end is null ? AnswerCell.NotApplicable : AnswerCell.Of(end);
    }

    private static AnswerTable Sources(IEnumerable<NationalSeries> series) => new(
        "published_sources", "Who published it, and in what it differs", SourceColumns, [.. series.SelectMany(s => new (string What, string Said)[]
        {
            ("In what it differs from the measure here", s.Differs), ("Publisher", s.Publisher), ("Title", s.Title), ("Address", s.Address), ("Published on", CommonParameters.Text(s.PublishedOn)),
            ("Provisional", s.IsProvisional ? "yes, it may be revised" : "no"), ("Licence", s.Licence), ("Taken in here on", CommonParameters.Text(s.TakenInOn)),
        }.Select(line => (IReadOnlyList<AnswerCell>)[AnswerCell.Of(s.Name), AnswerCell.Of(line.What), AnswerCell.Of(line.Said)]))])
    { IsImported = true };

    private static string Days(NationalFigure figure, DateOnly from, DateOnly to) =>
        figure.To < from ? "before them: nothing that was published overlaps" : figure.From == from && figure.To == to ? "the same days" : "overlaps them, not the same days";

    private static IEnumerable<OutcomeNote> Notes(Dictionary<NationalSeries, List<NationalFigure>> found)
    {
        if (found.Values.Any(f => f.Count > 0)) yield return new(NoteAbout.Limit, "What others published stands in tables of its own. Its days, whom it covers and how it is counted are its publisher's, not ours: nothing of it is added to, divided by or drawn with the figures here.");
        if (found.Where(f => f.Value.Count == 0).Select(f => f.Key.Name).ToList() is { Count: > 0 } later) yield return new(NoteAbout.Limit, $"Of {string.Join(", ", later)} nothing was published about these days or any before them.");
    }
}
