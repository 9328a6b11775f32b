using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.RecallSupport;

/// <summary>
/// Absences that count (safeguards S2), and what rests on absences: a warning or a recall counts no sooner than the absence behind it. What does not say what it
/// rests on may rest on one.
/// </summary>
internal static class CountedAbsences
{
    /// <summary>Reasons of the list recall_reasons behind which absences, or having no home, can stand. Our own reading of the list: unverified.</summary>
    private static readonly HashSet<string> MayBeAbsences = new(StringComparer.Ordinal)
    {
        "FAILED_KEEP_IN_TOUCH", "FAILED_HOME_VISIT", "FAILED_RESIDE", "POOR_BEHAVIOUR_NON_COMPLIANCE", "OTHER",
    };

    public static bool IsOne(EffectiveFact fact) => fact.Fact is AppointmentMissed missed && missed.Counts();

    /// <summary>Whether a warning may count.</summary>
    /// <param name="warned">The warning.</param>
    /// <param name="licence">What is on record of the licence on which she was warned.</param>
    public static bool Allow(Warned warned, IEnumerable<EffectiveFact> licence) => warned.About switch
    {
        WarningAbout.SomethingElse => true,
        WarningAbout.MissedAppointment => licence.Any(f => f.Day == warned.MissedOn && IsOne(f)),
        _ => false,
    };

    /// <summary>Whether a recall may count: its reason is another, or an absence that counts is on record between the release before it and the recall.</summary>
    public static bool Allow(EffectiveFact recall, IReadOnlyList<EffectiveFact> facts)
    {
        if (recall.Fact is Recalled { Reason: { IsOpen: true } reason } && !MayBeAbsences.Contains(reason.Value)) return true;
        var before = facts.Where(f => f.Day <= recall.Day).ToList();
        var released = before.LastOrDefault(f => f.Day < recall.Day && f.Fact is Released or ReReleased)?.Day;
        return before.Any(f => f.Day >= released && IsOne(f));
    }
}
