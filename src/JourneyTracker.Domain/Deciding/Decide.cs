using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Deciding;

/// <summary>
/// Whether a fact may be recorded. Refuses only what is malformed, impossible or a correction of nothing; what is merely inconsistent with other
/// records is accepted and found by the data quality fold.
/// </summary>
public static class Decide
{
    /// <summary>The answer for a journey that is not there, and for one of which the caller may not know.</summary>
    public static Refusal NoSuchJourney { get; } = new(Rule.UnknownJourney, "There is no such journey here.", "Check the journey's id, or open the journey first.");

    /// <summary>What is wrong with the fact by itself; null when nothing is.</summary>
    /// <param name="fact">With its protected values open.</param>
    /// <param name="today">Today in London; a fact may have happened today.</param>
    public static Refusal? Check(Fact fact, DateOnly today) => fact switch
    {
        Corrected { With: Corrected or Withdrawn or ProcessingRestricted or RestrictionLifted } => new(
            Rule.CannotBeCorrected, "A correction cannot carry another correction.", "Send the whole fact as it should have been.", "with"),
        Corrected corrected => FieldChecks.Of(corrected, today) ?? FieldChecks.Of(corrected.With, today),
        _ => FieldChecks.Of(fact, today),
    };

    /// <summary>What is wrong with the fact on this journey; null when nothing is.</summary>
    /// <param name="fact">The fact to be recorded.</param>
    /// <param name="journey">What is on record of the journey, in version order; empty when there is no such journey.</param>
    public static Refusal? OnJourney(Fact fact, IReadOnlyList<RecordedFact> journey) => fact switch
    {
        JourneyOpened when journey.Count > 0 => new(
            Rule.JourneyExists, "This journey has been opened already.", "Record the contact on it, or open a new journey."),
        JourneyOpened => null,
        _ when journey.Count == 0 => NoSuchJourney,
        Corrected corrected => Correction(corrected.Replaces, "replaces", journey)
            ?? OfSameOpening(corrected, journey),
        Withdrawn withdrawn => Correction(withdrawn.Withdraws, "withdraws", journey)
            ?? OfOpening(withdrawn, journey),
        ProcessingRestricted { Restricts: { } restricted } => Correction(restricted, "restricts", journey),
        RestrictionLifted lifted => Lifting(lifted, journey),
        BarLifted lifted when !journey.Any(f => f.Id == lifted.Bar && Content(f.Fact) is PersonBarred) => new(
            Rule.UnknownFactToCorrect, $"There is no bar {lifted.Bar} on this journey.", "Name a bar of this journey.", "bar"),
        _ => null,
    };

    private static Refusal? Lifting(RestrictionLifted lifted, IReadOnlyList<RecordedFact> journey)
    {
        if (!journey.Any(f => f.Id == lifted.Restriction && f.Fact is ProcessingRestricted))
            return new(Rule.UnknownFactToCorrect, $"There is no restriction {lifted.Restriction} on this journey.", "Name a restriction of this journey.", "restriction");
        return journey.Any(f => f.Fact is RestrictionLifted before && before.Restriction == lifted.Restriction)
            ? new(Rule.AlreadyWithdrawn, "That restriction has been lifted.", "Restrict it again if it must be.", "restriction")
            : null;
    }

    /// <summary>What changes a fact about facts of two journeys, or a restriction, is another of its kind.</summary>
    private static Refusal? OfTheJournal(Fact fact) => fact is not (JourneysMerged or JourneysUnmerged or MovedPartnership or ProcessingRestricted or RestrictionLifted or AccessOverridden) ? null : new(
        Rule.CannotBeCorrected, "A merge, a move, a restriction or an opening in an emergency can be neither corrected nor withdrawn.", "Un-merge the journeys, or lift the restriction.");

    /// <summary>A correction must name the latest form of a fact that stands.</summary>
    private static Refusal? Correction(FactId target, string field, IReadOnlyList<RecordedFact> journey)
    {
        var named = journey.FirstOrDefault(f => f.Id == target);
        if (named is null)
            return new(Rule.UnknownFactToCorrect, $"There is no fact {target} on this journey.", "Name a fact of this journey; its page lists them.", field);
        if (named.Fact is Withdrawn)
            return new(Rule.CannotBeCorrected, "A withdrawal cannot be corrected or withdrawn.", "Record the fact again.", field);
        if (OfTheJournal(named.Fact) is { } unchangeable) return unchangeable;
        for (var latest = named; ;)
        {
            var next = journey.FirstOrDefault(f => f.Fact is Corrected c && c.Replaces == latest.Id || f.Fact is Withdrawn w && w.Withdraws == latest.Id);
            if (next is { Fact: Withdrawn })
                return new(Rule.AlreadyWithdrawn, "That fact has been withdrawn.", "Record it again if it did happen.", field);
            if (next is null)
            {
                return latest.Id == target ? null : new(
                    Rule.NotTheLatestCorrection, $"That fact was corrected by {latest.Id}.", $"Look at the correction, and correct {latest.Id} if it is still wrong.", field);
            }

            latest = next;
        }
    }

    private static Refusal? OfSameOpening(Corrected corrected, IReadOnlyList<RecordedFact> journey) =>
        (Content(journey.First(f => f.Id == corrected.Replaces).Fact) is JourneyOpened) == (corrected.With is JourneyOpened) ? null : new(
            Rule.CannotBeCorrected, "The opening of a journey can only be corrected by another opening.", "Correct or withdraw the other facts instead.", "with");

    private static Refusal? OfOpening(Withdrawn withdrawn, IReadOnlyList<RecordedFact> journey) =>
        Content(journey.First(f => f.Id == withdrawn.Withdraws).Fact) is not JourneyOpened ? null : new(
            Rule.CannotBeCorrected, "The opening of a journey cannot be withdrawn.", "Withdraw the other facts instead.", "withdraws");

    private static Fact Content(Fact fact) => fact is Corrected corrected ? corrected.With : fact;
}
