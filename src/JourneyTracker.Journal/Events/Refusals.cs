using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Events;

/// <summary>The journal's own refusals, in words for the person who sent the fact.</summary>
internal static class Refusals
{
    public static Refusal NoFacts { get; } = new(Rule.Malformed, "There is no fact to record.", "Send at least one.");

    public static Refusal RecordedAtNotAllowed { get; } = new(
        Rule.RecordedAtNotAllowed, "Only a simulated partnership may say when a fact was recorded.", "Leave the instant out; the journal sets it.", "recordedAt");

    public static Refusal UnknownJourney { get; } = new(Rule.UnknownJourney, "There is no such journey in this partnership.", "Check the journey's id.", "journey");

    public static Refusal OtherContent { get; } = new(
        Rule.OtherContentForReference, "A fact with this reference was recorded before, with other content.", "Send a correction of it, or check the reference.", "source");

    public static Refusal Erased { get; } = new(
        Rule.NotPermitted, "What was protected about her has been erased, and nothing more of that kind is kept.", "Send the fact without free text and sensitive answers.");

    public static Refusal Busy { get; } = new(Rule.Busy, "Somebody else is recording on this journey.", "Send it again in a moment.", "journey");

    public static Refusal TooManyWait { get; } = new(Rule.Busy, "The journal has more to record than it can at the moment; this was not recorded.", "Send it again in a moment.");

    public static Refusal CannotBeKept { get; } = new(Rule.Malformed, "The fact holds a character or a value that cannot be kept.", "Remove control characters and send it again.");

    public static Refusal UnknownPartnership(Partnership partnership) => new(
        Rule.UnknownPartnership, $"There is no partnership called '{partnership}'.", "Check its name.", "partnership");

    public static Refusal VersionConflict(long expected, long standing) => new(
        Rule.VersionConflict, $"Somebody else has recorded on this journey: its version is {standing}, not {expected}.", "Look at the journey as it is now and decide again.", "expectedVersion");
}
