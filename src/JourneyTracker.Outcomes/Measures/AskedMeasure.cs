using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disproportionality;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>What a measure says of the whole of a period.</summary>
/// <param name="Measure">Which.</param>
/// <param name="By">What answered; null when it is not published yet.</param>
/// <param name="Unknown">Why nothing can be said; null when something can.</param>
/// <param name="Figures">Its rows, none when nothing can be said.</param>
internal sealed record AskedMeasure(MeasureDefinition Measure, Generation? By, string? Unknown, MeasureFigures Figures)
{
    private static readonly MeasureFigures Nothing = MeasureFigures.Of([], [], showsSmall: false);

    /// <summary>Asks many measures, in one statement for each generation that answers some of them.</summary>
    /// <param name="measures">Measures that have an answer.</param>
    /// <param name="knownUntil">The last day of which all is known; that of what answers when null.</param>
    /// <returns>In the order of the measures; without those that are for evaluators alone where what is published is asked.</returns>
    public static IReadOnlyList<AskedMeasure> Of(IReadOnlyList<MeasureDefinition> measures, PublishedPeriod period, DateOnly? knownUntil, OutcomeStoreView store, CancellationToken ct)
    {
        if (store.Published is not null) measures = [.. measures.Where(m => !MeasureKind.IsForEvaluatorsAlone(m))];
        var views = measures.ToDictionary(m => m, m => store.About(period, m.RunsUntil(period.To)));
        var asked = measures.Where(m => views[m] is not null).GroupBy(m => views[m]!.Generation.Number)
            .SelectMany(g => Ask([.. g], period, knownUntil, views[g.First()]!, ct)).ToDictionary(a => a.Measure);
        return [.. measures.Select(m => asked.GetValueOrDefault(m) ?? new(m, null, FormattableString.Invariant($"It is published once all is known until {m.RunsUntil(period.To):d MMMM yyyy}."), Nothing))];
    }

    /// <summary>The statement that asks them all.</summary>
    public static QuestionFile Question(IReadOnlyList<MeasureDefinition> measures, PublishedPeriod period, DateOnly knownUntil) => new(
        QuestionKind.Measure, "measures", measures.Max(m => m.Version), "Measures of the list, about one period.",
        new Dictionary<string, string> { ["from"] = MeasurePeriod.Text(period.From), ["to"] = MeasurePeriod.Text(period.To), ["known_until"] = MeasurePeriod.Text(knownUntil), ["by"] = "" }, MeasureStatement.Of(measures));

    private static IEnumerable<AskedMeasure> Ask(IReadOnlyList<MeasureDefinition> measures, PublishedPeriod period, DateOnly? knownUntil, OutcomeStoreView store, CancellationToken ct)
    {
        var lines = Question(measures, period, knownUntil ?? store.Generation.KnownUntil).Ask(store.Connection, ct);
        var byMeasure = lines.Rows.ToLookup(r => (string)r[0]!);
        var sources = MeasureSource.Of([.. measures.SelectMany(m => m.RestsOn).SelectMany(g => g).Distinct()], store.Connection, ct);
        foreach (var measure in measures)
        {
            var unknown = MeasureSource.Missing(measure, [.. sources.Where(s => measure.RestsOn.Any(g => g.Contains(s.Fact)))], period.To);
            var figures = unknown is null ? MeasureFigures.Of(Rows(lines, [.. byMeasure[measure.Id]]), [], store.ShowsSmall, measure.IsPartOfAnother) : Nothing;
            if (store.Published is not null) figures = ResolutionsBesideGates.Of(measure, figures, () => GateFigures.OfAll(new(period.From, period.To, knownUntil ?? store.Generation.KnownUntil), store.Connection, ct));
            yield return new(measure, store.Generation, unknown, figures);
        }
    }

    /// <summary>Rows with the columns that the measure has.</summary>
    private static IReadOnlyList<MeasureRow> Rows(DuckTable all, IReadOnlyList<object?[]> lines)
    {
        var columns = Enumerable.Range(1, all.Columns.Count - 1).Where(c => lines.Any(l => l[c] is not null)).ToList();
        return MeasureRow.Of(new DuckTable([.. columns.Select(c => all.Columns[c])], [.. lines.Select(l => columns.Select(c => l[c]).ToArray())]));
    }
}
