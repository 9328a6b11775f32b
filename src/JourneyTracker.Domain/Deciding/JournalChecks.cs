using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a correction or a withdrawal.</summary>
internal static class JournalChecks
{
    public static Refusal? Of(Fact fact) => fact switch
    {
        Corrected f => Text(f.Note, "note"),
        Withdrawn f => Text(f.Note, "note"),
        _ => null,
    };
}
