using JourneyTracker.Domain.Facts;
using JourneyTracker.Web.Forms;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Finding;

/// <summary>Why two journeys are joined, or parted again, as people choose it.</summary>
internal static class ReasonChoices
{
    /// <summary>Of the note in words; more is kept by nobody.</summary>
    public const int LongestNote = 2_000;

    public static IReadOnlyList<Choice> OfMerge(IStringLocalizer<Texts> T) =>
    [
        new(nameof(MergeReason.SameIdentifier), T["They have the same number"].Value),
        new(nameof(MergeReason.SameNameAndDateOfBirth), T["They have the same name and date of birth"].Value),
        new(nameof(MergeReason.SheSaidSo), T["She said so"].Value),
        new(nameof(MergeReason.AgencySaidSo), T["An agency said so"].Value),
        new(nameof(MergeReason.OpenedTwice), T["The journey was opened twice"].Value),
        new(nameof(MergeReason.Other), T["Something else"].Value),
    ];

    public static IReadOnlyList<Choice> OfUnmerge(IStringLocalizer<Texts> T) =>
    [
        new(nameof(CorrectionReason.WrongWoman), T["They are two women"].Value),
        new(nameof(CorrectionReason.EnteredInError), T["They were joined by mistake"].Value),
        new(nameof(CorrectionReason.LearntLater), T["We learnt more since"].Value),
        new(nameof(CorrectionReason.Other), T["Something else"].Value),
    ];
}
