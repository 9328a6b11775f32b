namespace JourneyTracker.Web.Forms;

/// <summary>One of the answers that a field offers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What people read.</param>
/// <param name="Hint">What helps to choose it.</param>
internal sealed record Choice(string Value, string Label, string? Hint = null);
