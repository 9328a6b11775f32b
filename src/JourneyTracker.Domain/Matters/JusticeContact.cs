using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Matters;

/// <summary>
/// Which facts say that a justice agency knows of a woman (safeguards S10). What the fact is decides, not who recorded it: the journal keeps the name of the
/// recording agency, not its type.
/// </summary>
internal static class JusticeContact
{
    /// <summary>Whether the fact says so by itself. A women's centre keeps appointments and warns too: those say so only beside a fact that does.</summary>
    public static bool IsShownBy(Fact fact) => fact is not (AppointmentKept or AppointmentMissed or Warned) && IsOfJustice(fact);

    /// <summary>Whether the recording agency may be named for a stage. A death and a move end stages whoever records them.</summary>
    public static bool IsOfJustice(Fact fact) => MatterFold.IsOfJustice(FactCatalogue.Of(fact).Family);
}
