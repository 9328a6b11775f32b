namespace JourneyTracker.Web.Administration;

/// <summary>One field of a form, with what was typed and what is wrong with it.</summary>
/// <param name="Name">Its name and its id.</param>
/// <param name="Label">What people read.</param>
/// <param name="Hint">What helps to fill it in.</param>
/// <param name="Value">What was typed.</param>
/// <param name="Wrong">What is wrong in the form, by field.</param>
/// <param name="Rows">How many lines it shows; 1 for a short text.</param>
/// <param name="IsDay">Whether it is a day.</param>
internal sealed record FormField(string Name, string Label, string? Hint, string? Value, IReadOnlyDictionary<string, string> Wrong, int Rows = 1, bool IsDay = false)
{
    public string? Error => Wrong.GetValueOrDefault(Name);

    /// <summary>What a screen reader says with it; null for nothing.</summary>
    public string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : $"{Name}-hint", Error is null ? null : $"{Name}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}
