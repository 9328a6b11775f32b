using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Access;

/// <summary>What is left of a fact for who may see less than all of it.</summary>
public static class Portions
{
    /// <param name="fact">With its protected values open, as far as the caller may see them.</param>
    /// <param name="sight">What the caller may know of it.</param>
    /// <returns>Null when nothing of what it says is shown.</returns>
    public static Fact? Of(Fact fact, Sight sight) => sight switch
    {
        Sight.Seen => fact,
        Sight.InPart => fact.Open(Protected.Withheld),
        Sight.AttendanceOnly => Attendance(fact),
        _ => null,
    };

    /// <summary>Attended or not attended; null for what is neither.</summary>
    private static Fact? Attendance(Fact fact) => fact switch
    {
        Corrected { With: var with } => Attendance(with),
        SessionKept => new SessionKept { HappenedOn = fact.HappenedOn },
        SessionMissed => new SessionMissed { HappenedOn = fact.HappenedOn },
        _ => null,
    };

    /// <summary>Her circumstances without her children and without her health, unless those are shared too: they are never part of another scope (safeguards S4, S11).</summary>
    public static Circumstances Without(Circumstances told, bool children, bool health) => told with
    {
        Children = children ? told.Children : null,
        Pregnancy = health ? told.Pregnancy : null,
        BrainInjury = health ? told.BrainInjury : null,
        Autism = health ? told.Autism : null,
    };
}
