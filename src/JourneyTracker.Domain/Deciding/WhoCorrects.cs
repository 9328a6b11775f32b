using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Deciding;

/// <summary>Who may correct a fact or take it back: the agency that recorded it first, and the coordinator. No rule says who, so this is our own reading.</summary>
public static class WhoCorrects
{
    /// <param name="caller">Who would.</param>
    /// <param name="recorded">Who recorded the fact first; null when the caller may not know, and then they may not.</param>
    public static bool May(Caller caller, Recorder? recorded) => recorded is not null && (caller.Role == Role.Coordinator || recorded.Agency == caller.Agency);

    /// <summary>Why the caller may not change what a correction or a withdrawal names; null when they may, or it is neither.</summary>
    public static Refusal? Refuse(Caller caller, Fact fact, IReadOnlyList<RecordedFact> journey)
    {
        if (fact is not (Corrected or Withdrawn)) return null;
        var first = Named(fact, journey);
        while (first?.Fact is Corrected) first = Named(first.Fact, journey);
        return first is null || May(caller, first.RecordedBy) ? null
            : new(Rule.NotPermitted, "Another agency recorded this.", "Ask that agency, or the coordinator, to correct it.");
    }

    private static RecordedFact? Named(Fact fact, IReadOnlyList<RecordedFact> journey)
    {
        FactId? named = fact switch { Corrected c => c.Replaces, Withdrawn w => w.Withdraws, _ => null };
        return journey.FirstOrDefault(f => f.Id == named);
    }
}
