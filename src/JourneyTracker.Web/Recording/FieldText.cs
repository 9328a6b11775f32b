using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>What a field is called on a form.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Hint">What helps to answer it.</param>
internal sealed record FieldText(LocalizedString Label, LocalizedString? Hint = null);
