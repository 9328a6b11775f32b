using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a fact about facts.</summary>
internal static class JournalChecks
{
    public static Refusal? Of(Fact fact) => fact switch
    {
        Corrected f => Text(f.Note, "note"),
        Withdrawn f => Text(f.Note, "note"),
        ProcessingRestricted f => Text(f.Note, "note"),
        RestrictionLifted f => Text(f.Note, "note"),
        JourneysMerged or JourneysUnmerged or MovedPartnership => new(
            Rule.NotPermitted, "What is said of two journeys is recorded on both at once.", "Use ./journey merge, unmerge or move."),
        _ => null,
    };
}
