namespace JourneyTracker.Domain.Recalls;

/// <summary>Which recall the law requires, if she is to be recalled at all, and why. The law never requires that she is.</summary>
/// <param name="Rule">The rule that decides.</param>
/// <param name="Kinds">The kinds that may be used (list recall_types); when it is one, the law leaves no choice of kind.</param>
/// <param name="Against">What stands against the kind that would be required.</param>
/// <param name="Open">Questions that this law asks and that nobody has answered yet: until then each counts as standing against it (so HMPPS's own tool reads a missing answer).</param>
public sealed record RequiredRecall(RecallRule Rule, IReadOnlyList<string> Kinds, IReadOnlyList<RecallQuestion> Against, IReadOnlyList<RecallQuestion> Open)
{
    /// <summary>Whether nothing is left to be asked.</summary>
    public bool IsSettled => Open.Count == 0;

    /// <summary>The reasons in plain words, the rule first.</summary>
    public IReadOnlyList<string> Why =>
    [
        $"{Rule.Words} ({Rule.Id}, {Rule.Confidence.Replace('_', ' ')})",
        .. Against.Select(q => $"Stands against it: {q.Words} Yes."),
        .. Open.Select(q => $"Not answered yet, so it counts as standing against it: {q.Words}"),
    ];

    /// <param name="recall">What is known of the case.</param>
    /// <param name="day">The day whose law applies: that of the decision.</param>
    /// <returns>Null when no rule on record covers that day.</returns>
    public static RequiredRecall? On(RecallCase recall, DateOnly day)
    {
        if (RecallRule.All.FirstOrDefault(r => r.AppliesTo(recall, day)) is not { } rule) return null;
        var against = rule.StandsAside.Where(q => recall.Answers.TryGetValue(q.Code, out var yes) && yes).ToList();
        var open = rule.StandsAside.Where(q => !recall.Answers.ContainsKey(q.Code)).ToList();
        var kinds = rule.Required is { } required && against.Count == 0 && open.Count == 0 ? [required] : rule.Otherwise;
        return new RequiredRecall(rule, kinds, against, open);
    }
}
