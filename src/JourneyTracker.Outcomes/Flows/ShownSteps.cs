using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Outcomes.Flows;

/// <summary>Steps from one thing to another, and how many women made them.</summary>
internal sealed record Step(string From, string To, long Movements, long Women);

/// <summary>What may be shown of steps, with all that leave and all that arrive.</summary>
internal sealed class ShownSteps
{
    private readonly TwoWayTable table;
    private readonly IReadOnlyDictionary<string, PublishedCount> counts;
    private readonly bool showsSmall;

    private ShownSteps(TwoWayTable table, IReadOnlyDictionary<string, PublishedCount> counts, bool showsSmall) => (this.table, this.counts, this.showsSmall) = (table, counts, showsSmall);

    public static ShownSteps Of(IReadOnlyList<Step> steps, bool showsSmall)
    {
        var table = new TwoWayTable("steps", "from", "to", steps.ToDictionary(s => (s.From, s.To), s => s.Movements));
        var tables = new CountTables();
        if (steps.Count > 0) table.AddTo(tables);
        // Many steps of few women are as telling as few steps.
        var few = steps.Where(s => DisclosurePolicy.Usual.IsSmall(s.Women)).Select(s => table.Key(s.From, s.To)).ToHashSet();
        // Steps that nobody made are not listed, so that everybody knows of them: hiding one protects nothing.
        var none = tables.Keys.Where((_, c) => tables.Values[c] == 0).ToHashSet();
        var published = showsSmall
            ? tables.Publish(c => PublishedCount.Shown(tables.Values[c]))
            : Suppression.Apply(tables, DisclosurePolicy.Usual, few, none) ?? tables.Publish(c => tables.Values[c] == 0 ? PublishedCount.Shown(0) : PublishedCount.Suppressed);
        return new(table, published, showsSmall);
    }

    /// <summary>Null for all.</summary>
    public AnswerCell Movements(string? from, string? to) => counts.TryGetValue(table.Key(from, to), out var count) ? count.Value is { } value ? AnswerCell.Of(value) : AnswerCell.Suppressed : AnswerCell.Of(0);

    public AnswerCell Women(Step step) => showsSmall || counts[table.Key(step.From, step.To)].Value is not null ? AnswerCell.Of(step.Women) : AnswerCell.Suppressed;
}
