namespace JourneyTracker.Web.Forms;

/// <summary>One field of a form, with what was typed and what is wrong with it.</summary>
/// <param name="Name">Its name and its id.</param>
/// <param name="Label">What people read.</param>
/// <param name="Hint">What helps to fill it in.</param>
/// <param name="Value">What was typed, or the value that was chosen.</param>
/// <param name="Wrong">What is wrong in the form, by field.</param>
/// <param name="Rows">How many lines it shows; 1 for a short text.</param>
/// <param name="IsDay">Whether it is a day in one box.</param>
internal sealed record FormField(string Name, string Label, string? Hint, string? Value, IReadOnlyDictionary<string, string> Wrong, int Rows = 1, bool IsDay = false)
{
    /// <summary>How it is filled in.</summary>
    public FieldKind Kind { get; init; }

    /// <summary>Of what is chosen, for the kinds that choose.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Every value that was chosen, where several can be.</summary>
    public IReadOnlyCollection<string> Chosen { get; init; } = [];

    /// <summary>The parts of a day, as they were typed.</summary>
    public TypedDay Day { get; init; } = TypedDay.None;

    /// <summary>The group of a long form's choices on one line each, or side by side where there are two short ones.</summary>
    public bool IsInline { get; init; }

    public string? Error => Wrong.GetValueOrDefault(Name);

    /// <summary>What a screen reader says with it; null for nothing.</summary>
    public string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : $"{Name}-hint", Error is null ? null : $"{Name}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}
