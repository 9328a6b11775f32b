using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Duck;

namespace JourneyTracker.Outcomes.Flows;

/// <summary>Steps from one thing to another, and how many women made them.</summary>
internal sealed record Step(string From, string To, long Movements, long Women)
{
    public static IReadOnlyList<Step> Of(DuckTable table) => [.. table.Rows.Select(r => new Step((string)r[0]!, (string)r[1]!, (long)r[2]!, (long)r[3]!))];
}

/// <summary>What may be shown of steps, with all that leave and all that arrive.</summary>
internal sealed class ShownSteps
{
    private readonly TwoWayTable table;
    private readonly IReadOnlyDictionary<string, PublishedCount> counts;
    private readonly bool showsSmall;

    private ShownSteps(TwoWayTable table, IReadOnlyDictionary<string, PublishedCount> counts, bool showsSmall) => (this.table, this.counts, this.showsSmall) = (table, counts, showsSmall);

    /// <summary>Those of a period.</summary>
    /// <param name="beside">As below.</param>
    public static ShownSteps Of(OutcomeValues values, OutcomeStoreView store, TotalsBeside? beside, CancellationToken ct) => Of(Step.Of(OutcomeStatement.Of("flows", values).Ask(store.Connection, ct)), beside);

    /// <param name="steps">All of a period.</param>
    /// <param name="beside">What is said of the same women elsewhere; null when small counts are shown.</param>
    public static ShownSteps Of(IReadOnlyList<Step> steps, TotalsBeside? beside)
    {
        var showsSmall = beside is null;
        var table = new TwoWayTable("steps", "from", "to", steps.ToDictionary(s => (s.From, s.To), s => s.Movements));
        var tables = new CountTables();
        if (steps.Count > 0) table.AddTo(tables);
        // Many steps of few women are as telling as few steps.
        var hide = steps.Where(s => DisclosurePolicy.Usual.IsSmall(s.Women) || beside?.Hides(s.To, s.Women) == true).Select(s => table.Key(s.From, s.To)).ToHashSet();
        // Steps that nobody made are not listed, so that everybody knows of them: hiding one protects nothing.
        var known = tables.Keys.Where((_, c) => tables.Values[c] == 0).ToHashSet();
        beside?.AddTo(tables, steps.Select(s => (table.Key(s.From, s.To), s.To)).Concat(steps.Select(s => s.To).Distinct().Select(to => (table.Key(null, to), to))), hide, known);
        var published = showsSmall
            ? tables.Publish(c => PublishedCount.Shown(tables.Values[c]))
            : Suppression.Apply(tables, DisclosurePolicy.Usual, hide, known) ?? tables.Publish(c => tables.Values[c] == 0 ? PublishedCount.Shown(0) : PublishedCount.Suppressed);
        return new(table, published, showsSmall);
    }

    /// <summary>Null for all.</summary>
    public AnswerCell Movements(string? from, string? to) => counts.TryGetValue(table.Key(from, to), out var count) ? count.Value is { } value ? AnswerCell.Of(value) : AnswerCell.Suppressed : AnswerCell.Of(0);

    /// <summary>Whether it is said how many steps there were: out of all stages, or into all, when one is null.</summary>
    public bool IsShown(string? from, string? to) => !counts.TryGetValue(table.Key(from, to), out var count) || count.Value is not null;

    /// <summary>Whether some number of steps is few less than all there were: the rest would be told by both.</summary>
    public bool IsNearly(string from, string to, long some) => DisclosurePolicy.Usual.IsSmall(table.Counts.GetValueOrDefault((from, to)) - some);

    public AnswerCell Women(Step step) => showsSmall || counts[table.Key(step.From, step.To)].Value is not null ? AnswerCell.Of(step.Women) : AnswerCell.Suppressed;
}
