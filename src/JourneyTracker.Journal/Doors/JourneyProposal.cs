using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Journal.Doors;

/// <summary>What would be different on a journey if a fact were recorded now. Nothing is recorded.</summary>
/// <param name="Day">Today.</param>
/// <param name="Before">Her stage today as it is.</param>
/// <param name="After">Her stage today as it would be.</param>
/// <param name="Earlier">Whether her stages of earlier days would be other ones.</param>
/// <param name="Matters">The matters that would be different, with what they are and what they would be.</param>
/// <param name="Dates">The dates by law that would come, go or move.</param>
/// <param name="StaysKnown">Whether the caller could still find her: false when who may know of her would leave the caller out (safeguards S5).</param>
public sealed record JourneyProposal(
    DateOnly Day, Stage Before, Stage After, bool Earlier, IReadOnlyList<MatterChange> Matters, IReadOnlyList<DateChange> Dates, bool StaysKnown)
{
    public bool IsNone => Before == After && !Earlier && Matters.Count == 0 && Dates.Count == 0 && StaysKnown;
}

/// <summary>A matter that would be different.</summary>
/// <param name="Before">As it is; null when it would be opened.</param>
/// <param name="After">As it would be; null when it would never have been.</param>
public sealed record MatterChange(Matter? Before, Matter? After);

/// <summary>A date by law that would be different.</summary>
/// <param name="Of">What it is a date of.</param>
/// <param name="Name">Which date.</param>
/// <param name="Before">As it is; null when there was none.</param>
/// <param name="After">As it would be; null when there would be none.</param>
public sealed record DateChange(string Of, string Name, DateOnly? Before, DateOnly? After);

/// <summary>A fact of a journey that somebody wants to change.</summary>
/// <param name="Entry">Its line of the timeline.</param>
/// <param name="Named">The form of it that was named.</param>
/// <param name="Stands">The journey on which it stands: one that was merged with hers, or her own.</param>
public sealed record FactToChange(TimelineEntry Entry, FactId Named, JourneyId Stands)
{
    /// <summary>Whether a later correction counts.</summary>
    public bool IsOutdated => Entry.Now.RecordedId != Named;
}
